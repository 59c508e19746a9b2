package dev.gantry.maven;

import dev.gantry.engine.plan.Plan;
import dev.gantry.engine.plan.PlanJson;
import java.io.File;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows what <code>apply</code> would do: which objects it would make, change and delete, and why. Writes nothing to the cluster. */
@Mojo(name = "diff", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
public final class DiffMojo extends PlanGoal {

    /** Whether the build fails if the cluster is not as the program says. */
    @Parameter(property = "gantry.failOnDifference", defaultValue = "false")
    private boolean failOnDifference;

    /** Where the plan is written as JSON. */
    @Parameter(property = "gantry.planFile", defaultValue = "${project.build.directory}/gantry-plan.json")
    private File planFile;

    @Override
    void work(Deployment deployment) throws MojoFailureException, MojoExecutionException {
        Plan plan = deployment.engine().plan(deployment.releases());
        deployment.show(plan);
        TextFile.write(planFile.toPath(), PlanJson.of(plan));
        deployment.tell(plan.findings());
        if (failOnDifference && !plan.isUnchanged()) {
            throw new MojoFailureException(
                    "The cluster is not as the program says, and gantry.failOnDifference is set; see above");
        }
    }
}
