package dev.gantry.maven;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.access.Permissions;
import dev.gantry.engine.release.access.RoleTrees;
import dev.gantry.finding.FindingsException;
import dev.gantry.yaml.YamlPrinter;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                Map<StackHome, Release> homes = new LinkedHashMap<>();
                source.releases().forEach(release -> homes.put(StackHome.of(release, namespace), release));
                List<ObjectNode> trees = RoleTrees.of(Permissions.of(homes, null), role, Subjects.parse(subject));
                List<String> documents = new ArrayList<>();
                trees.forEach(tree -> documents.add(YamlPrinter.print(tree)));
                TextFile.write(rbacFile.toPath(), String.join("---\n", documents));
                getLog().info("The roles and bindings are in " + rbacFile);
            }
        } catch (FindingsException e) {
            new DeploymentReport(program, version, getLog()).tell(source.findings(), e.findings());
        }
    }
}
