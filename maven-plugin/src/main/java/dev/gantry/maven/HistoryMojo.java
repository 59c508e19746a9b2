package dev.gantry.maven;

import dev.gantry.engine.release.StackHome;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Lists the revisions of stacks: when, by whom, from which commit, and how each ended. With <code>gantry.stack</code> and
 * <code>gantry.namespace</code>, it needs no program.
 */
@Mojo(name = "history", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class HistoryMojo extends ClusterGoal {

    @Override
    void work(Deployment deployment) {
        for (StackHome home : deployment.homes()) {
            deployment.lines(HistoryText.of(home, deployment.engine().history(home)));
        }
    }
}
