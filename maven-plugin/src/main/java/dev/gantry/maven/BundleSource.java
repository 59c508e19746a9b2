package dev.gantry.maven;

import dev.gantry.engine.desired.BundleReleases;
import dev.gantry.engine.desired.Release;
import dev.gantry.finding.Finding;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Where manifests come from: a run of the module's program, or a bundle that was made before. */
final class BundleSource {

    private final BundleRequest request;
    private final Request program;
    private final ProgramRun run;
    private @Nullable BundleReleases bundle;
    private @Nullable List<Release> releases;

    BundleSource(BundleRequest request, Request program, String version, Log log) {
        this.request = request;
        this.program = program;
        this.run = new ProgramRun(program, version, log);
    }

    /**
     * Gets the bundle.
     *
     * @return whether there is one: a module may have no program
     */
    boolean find() throws MojoFailureException, MojoExecutionException {
        if (request.directory() != null) {
            bundle = BundleReleases.in(request.directory());
        } else if (run.run()) {
            bundle = BundleReleases.in(program.output());
        }
        return bundle != null;
    }

    /** The stacks that were asked for, as they are to be. */
    List<Release> releases() {
        List<Release> known = releases;
        if (known == null) {
            known = read();
            releases = known;
        }
        return known;
    }

    private List<Release> read() {
        if (bundle == null) {
            throw new IllegalStateException("There is no bundle");
        }
        return bundle.releases(request.environment(), request.stacks());
    }

    /** All stacks of the program, those that were not asked for too; none where there is no program. */
    List<Release> program() {
        return bundle == null || request.stacks().isEmpty() ? List.of() : bundle.releases(request.environment());
    }

    /** What the run of the program has found. */
    List<Finding> findings() {
        return run.findings();
    }

    /** Findings at the lines of their fields, where a program is there to tell them. */
    List<Finding> precise(List<Finding> findings) throws MojoExecutionException {
        return bundle == null || request.directory() != null
                ? findings
                : new PreciseLines(bundle.bundle(), request.environment(), run::lines).of(findings);
    }
}
