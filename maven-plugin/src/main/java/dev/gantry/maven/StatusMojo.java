package dev.gantry.maven;

import dev.gantry.engine.drift.StackStatus;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows how the program's stacks are: what is not ready, what was changed by others since it was applied and by whom, and what the
 * next <code>apply</code> would bring. Writes nothing.
 */
@Mojo(name = "status", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class StatusMojo extends ClusterGoal {

    /** Whether the build fails if anything is not as the program says, or not ready. */
    @Parameter(property = "gantry.failOnDifference", defaultValue = "false")
    private boolean failOnDifference;

    @Override
    void work(Deployment deployment) throws MojoFailureException {
        boolean fine = true;
        for (StackStatus status : deployment.engine().status(deployment.releases())) {
            deployment.lines(StatusText.of(status, deployment.verbose()));
            fine &= status.isFine();
        }
        if (failOnDifference && !fine) {
            throw new MojoFailureException(
                    "A stack is not as the program says, and gantry.failOnDifference is set; see above");
        }
    }
}
