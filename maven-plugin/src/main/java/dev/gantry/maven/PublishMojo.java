package dev.gantry.maven;

import dev.gantry.bundle.BundleDirectory;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tree that Argo CD reads, writes it into a working copy of Git, and commits what has changed: what is added, changed and
 * removed is the message of the commit. Nothing is committed where nothing has changed, and nothing is pushed unless that is asked
 * for.
 */
@Mojo(name = "publish", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
public final class PublishMojo extends ProgramGoal {

    private static final String GITOPS = "gitops";

    private final SettingsDecrypter decrypter;

    /** The working copy, or a folder in it, which is clean and on the branch that Argo CD reads. */
    @Parameter(property = "gantry.publishDirectory")
    @Nullable
    private File directory;

    /** Whether the branch is pushed to the repository that it follows. */
    @Parameter(property = "gantry.push", defaultValue = "false")
    private boolean push;

    /** The id of the server of Maven's settings with the user and the token for the repository. The repository's host, if left out. */
    @Parameter(property = "gantry.publishServer")
    @Nullable
    private String server;

    /** What the message of the commit says of the program: its commit. Nothing, if left out. */
    @Parameter(property = "gantry.commit")
    @Nullable
    private String commit;

    /** Only shows what would be committed. */
    @Parameter(property = "gantry.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Inject
    PublishMojo(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    @Override
    List<String> formats() {
        SortedSet<String> all = new TreeSet<>(formats);
        all.add(GITOPS);
        return List.copyOf(all);
    }

    /** Does what the goal is for. */
    @Override
    public void execute() throws MojoFailureException, MojoExecutionException {
        if (isSkipped()) {
            return;
        }
        Request program = request("generate");
        ProgramRun run = new ProgramRun(program, execution.getVersion(), getLog());
        if (run.run()) {
            new DeploymentReport(program, execution.getVersion(), getLog(), "publication")
                    .tell(run.findings(), publish());
        }
    }

    private List<Finding> publish() {
        List<Finding> findings = new ArrayList<>();
        try {
            String program = BundleDirectory.read(output.toPath()).blueprint();
            GitPublication publication = new GitPublication(
                    output.toPath().resolve(GITOPS), directory == null ? null : directory.toPath(), getLog());
            findings.addAll(publication.publish(program, commit, dryRun));
            if (push && !dryRun) {
                publication.push(session.getSettings(), decrypter, server);
            }
        } catch (FindingsException e) {
            findings.addAll(e.findings());
        }
        return findings;
    }
}
