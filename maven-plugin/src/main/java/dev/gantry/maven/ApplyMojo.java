package dev.gantry.maven;

import dev.gantry.engine.desired.Release;
import dev.gantry.engine.plan.Plan;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Brings the program's stacks to the cluster: shows the plan, applies it in waves, waits until all is ready, and deletes what is no more. */
@Mojo(name = "apply", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class ApplyMojo extends ChangeGoal {

    @Override
    void work(Deployment deployment) throws MojoFailureException, MojoExecutionException {
        List<Release> releases = deployment.releases();
        if (dryRun) {
            Plan plan = deployment.engine().plan(releases);
            deployment.show(plan);
            deployment.tell(plan.findings());
        } else {
            deployment.tell(deployment.engine().apply(releases));
        }
    }
}
