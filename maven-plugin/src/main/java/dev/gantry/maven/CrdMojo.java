package dev.gantry.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes the definitions of the kinds that the module's classes define with <code>@Group</code> and <code>@Version</code>, one file
 * each. Needs no program. The Javadoc of the module's source files becomes the descriptions of fields.
 */
@Mojo(name = "crd", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
public final class CrdMojo extends ProgramGoal {

    /** Where the definitions go. Files there that Gantry has not made stay; such of kinds that are gone are deleted. */
    @Parameter(property = "gantry.crdFolder", defaultValue = "${project.build.directory}/gantry-crd")
    private File crdFolder;

    /** Does what the goal is for. */
    @Override
    public void execute() throws MojoFailureException, MojoExecutionException {
        output = crdFolder;
        run("crd");
    }

    @Override
    List<String> formats() {
        return List.of("yaml");
    }
}
