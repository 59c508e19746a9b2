package dev.gantry.maven;

import dev.gantry.engine.plan.Plan;
import dev.gantry.engine.release.StackHome;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Applies an earlier revision of a stack again, as a new one. With <code>gantry.stack</code> and <code>gantry.namespace</code>, it
 * needs no program.
 */
@Mojo(name = "rollback", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class RollbackMojo extends ChangeGoal {

    /** The number of the revision, as <code>history</code> shows it. The last good one before the current, if left out. */
    @Parameter(property = "gantry.revision")
    @Nullable
    private Integer revision;

    @Override
    void work(Deployment deployment) throws MojoFailureException, MojoExecutionException {
        List<StackHome> homes = deployment.homes();
        if (homes.size() != 1) {
            throw new MojoFailureException("Revisions are of one stack: choose it with gantry.stack, which takes "
                    + String.join(", ", homes.stream().map(StackHome::stack).toList()) + ".");
        }
        StackHome home = homes.get(0);
        if (dryRun) {
            Plan plan = deployment.engine().planRollback(home, revision);
            deployment.show(plan);
            deployment.tell(plan.findings());
        } else {
            deployment.tell(deployment.engine().rollback(home, revision));
        }
    }
}
