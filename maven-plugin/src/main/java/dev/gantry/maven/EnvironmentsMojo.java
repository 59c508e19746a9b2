package dev.gantry.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Shows what differs between two environments: the settings, where they are written, and the fields of which resources each of them
 * moves. Writes nothing. Of more than two environments, only the settings are shown.
 */
@Mojo(name = "environments", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class EnvironmentsMojo extends ProgramGoal {

    /** The environment to begin with, such as <code>staging</code>; with <code>gantry.to</code>. All environments, if both are left out. */
    @Parameter(property = "gantry.from")
    @Nullable
    private String from;

    /** The environment to compare with, such as <code>production</code>. */
    @Parameter(property = "gantry.to")
    @Nullable
    private String to;

    /** Does what the goal is for. */
    @Override
    public void execute() throws MojoFailureException, MojoExecutionException {
        if ((from == null) != (to == null)) {
            throw new MojoFailureException("gantry.from and gantry.to are given together, or neither of them.");
        }
        if (from != null && to != null) {
            environments = List.of(from, to);
        }
        run("environments");
    }

    @Override
    List<String> formats() {
        return List.of("yaml");
    }
}
