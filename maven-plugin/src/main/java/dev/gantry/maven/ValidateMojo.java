package dev.gantry.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Runs the module's blueprint twice, the second time in a Java process with another locale, time zone and date, and compares. Writes
 * nothing. Finds what makes the manifests differ from machine to machine or from day to day.
 */
@Mojo(
        name = "validate",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class ValidateMojo extends ProgramGoal {

    /** Does what the goal is for. */
    @Override
    public void execute() throws MojoFailureException, MojoExecutionException {
        run("validate");
    }
}
