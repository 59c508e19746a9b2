package dev.gantry.maven;

import dev.gantry.engine.plan.Plan;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Deletes stacks from the cluster with all that is theirs, but for what is kept: data, and what says so. With
 * <code>gantry.stack</code> and <code>gantry.namespace</code>, it needs no program.
 */
@Mojo(name = "destroy", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class DestroyMojo extends ChangeGoal {

    @Override
    void work(Deployment deployment) throws MojoFailureException, MojoExecutionException {
        if (dryRun) {
            Plan plan = deployment.engine().planDestroy(deployment.homes());
            deployment.show(plan);
            deployment.tell(plan.findings());
        } else {
            deployment.tell(deployment.engine().destroy(deployment.homes()));
        }
    }
}
