package dev.gantry.maven;

import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/** Runs the module's blueprint, and writes the manifests that it makes. A module that has none is passed over. */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
public final class GenerateMojo extends ProgramGoal {

    private final MavenProjectHelper projects;

    /** Whether a zip of the manifests is installed and deployed with the module, as classifier <code>manifests</code>. */
    @Parameter(property = "gantry.attach", defaultValue = "false")
    private boolean attach;

    @Parameter(defaultValue = "${project.build.finalName}", readonly = true)
    private String finalName;

    @Parameter(defaultValue = "${project.build.outputTimestamp}", readonly = true)
    @Nullable
    private String outputTimestamp;

    @Inject
    GenerateMojo(MavenProjectHelper projects) {
        this.projects = projects;
    }

    /** Does what the goal is for. */
    @Override
    public void execute() throws MojoFailureException, MojoExecutionException {
        if (run("generate") && attach) {
            Path file = Path.of(project.getBuild().getDirectory(), finalName + "-manifests.zip");
            new ManifestZip(output.toPath(), ManifestZip.time(outputTimestamp)).write(file);
            projects.attachArtifact(project, "zip", "manifests", file.toFile());
        }
    }
}
