package dev.gantry.maven;

import dev.gantry.engine.release.access.Subject;
import dev.gantry.finding.FindingsException;
import java.io.File;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Writes the roles and bindings that let somebody deploy the program's stacks, and do no more. Asks no cluster.
 */
@Mojo(name = "rbac", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
public final class RbacMojo extends BundleGoal {

    /** Who deploys: <code>ServiceAccount/namespace/name</code>, <code>User/name</code> or <code>Group/name</code>. */
    @Parameter(property = "gantry.subject")
    @Nullable
    private String subject;

    /** What roles and bindings are called. */
    @Parameter(property = "gantry.role", defaultValue = "gantry-deployer")
    private String role;

    /** Where they are written. */
    @Parameter(property = "gantry.rbacFile", defaultValue = "${project.build.directory}/gantry-rbac.yaml")
    private File rbacFile;

    /** Does what the goal is for. */
    @Override
    public void execute() throws MojoFailureException, MojoExecutionException {
        if (isSkipped()) {
            return;
        }
        Request program = request("generate");
        String version = execution.getVersion();
        BundleSource source = new BundleSource(bundleRequest(), program, version, getLog());
        try {
            if (source.find()) {
                Subject deployer = Subjects.parse(subject);
                TextFile.write(rbacFile.toPath(), RoleText.of(source.releases(), namespace, role, deployer));
                getLog().info("The roles and bindings are in " + rbacFile);
            }
        } catch (FindingsException e) {
            new DeploymentReport(program, version, getLog()).tell(source.findings(), e.findings());
        }
    }
}
