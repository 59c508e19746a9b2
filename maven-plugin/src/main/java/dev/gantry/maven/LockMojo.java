package dev.gantry.maven;

import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Gets what the program takes from other places, charts and files, and pins it: versions and digests in
 * <code>src/main/gantry/gantry.lock</code>, copies in <code>src/main/gantry/locked</code>. Both are meant to be committed. What is locked
 * already is asked for again, and has to be the same. With Maven's <code>-o</code> nothing is asked for, and its copy does.
 */
@Mojo(name = "lock", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
public final class LockMojo extends ProgramGoal {

    /** Whether versions are chosen anew within their ranges, and content that has changed is taken. */
    @Parameter(property = "gantry.update", defaultValue = "false")
    private boolean update;

    @Inject
    private SettingsDecrypter decrypter;

    /** Does what the goal is for. */
    @Override
    public void execute() throws MojoFailureException, MojoExecutionException {
        if (!isSkipped()) {
            Request request = request("lock");
            new Locking(request, session, decrypter, getLog()).run(update, execution.getVersion());
        }
    }

    @Override
    List<String> formats() {
        return List.of("yaml");
    }
}
