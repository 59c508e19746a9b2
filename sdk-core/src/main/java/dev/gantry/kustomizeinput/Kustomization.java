package dev.gantry.kustomizeinput;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Origins;
import dev.gantry.extension.Run;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import dev.gantry.raw.RawObjects;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A kustomization that somebody else has written, as resources of the program:
 *
 * <pre>{@code
 * RawObjects shop = stack.addAll(Kustomization.directory("deploy/overlays/production"));
 * Service web = Service.from(shop, "web");
 * }</pre>
 *
 * <p>It is built by {@code kustomize}, or else by {@code kubectl}, which one of the two has to be installed. What was built is kept in the
 * module's {@code target}, so that it is built again only when a file has changed.
 *
 * @see <a href="https://kubectl.docs.kubernetes.io/references/kustomize/">Kustomize</a>
 */
public final class Kustomization {

    private Kustomization() {}

    /**
     * Takes in a kustomization.
     *
     * @param folder the one with the {@code kustomization.yaml}, absolute or relative to the module's folder
     * @return the objects that it builds; that it cannot be built is a finding, and nothing is said of its objects then
     * @throws FindingsException outside of a run, with everything that is wrong
     */
    @CheckReturnValue
    public static RawObjects directory(String folder) {
        return directory(folder, options -> {});
    }

    /**
     * Takes in a kustomization, and changes some of its objects; see {@link #directory(String)}.
     *
     * @param folder the one with the {@code kustomization.yaml}, absolute or relative to the module's folder
     * @param options what is taken, and what is changed in it
     * @throws FindingsException outside of a run, with everything that is wrong
     */
    @CheckReturnValue
    public static RawObjects directory(String folder, Consumer<RawObjects.Builder> options) {
        return directory(folder, options, KustomizeProgram.ofPath(System.getenv("PATH")));
    }

    /** Takes in what a certain program builds. */
    static RawObjects directory(
            @Nullable String folder, Consumer<RawObjects.Builder> options, @Nullable KustomizeProgram program) {
        Run run = Run.current();
        if (run != null) {
            return directory(folder, options, program, run);
        }
        try (Run only = Run.begin(Path.of(""), false)) {
            RawObjects objects = directory(folder, options, program, only);
            if (only.findings().stream().anyMatch(Finding::isError)) {
                throw new FindingsException(only.findings());
            }
            return objects;
        }
    }

    private static RawObjects directory(
            @Nullable String folder,
            Consumer<RawObjects.Builder> options,
            @Nullable KustomizeProgram program,
            Run run) {
        Origin here = Origins.here();
        if (folder == null) {
            Flaw flaw = Flaw.missing();
            run.report(List.of(
                    Finding.of(flaw.rule(), flaw.message()).hint(flaw.hint()).at(here)));
            return RawObjects.unknown("the kustomization");
        }
        String source = "the kustomization " + run.nameOf(Path.of(folder));
        try {
            return RawObjects.made(
                    source, new KustomizationBuild(Path.of(folder), run, program, here).objects(), options);
        } catch (FindingsException e) {
            run.report(e.findings().stream()
                    .map(finding -> finding.origin() == null ? finding.at(here) : finding)
                    .toList());
            return RawObjects.unknown(source);
        }
    }
}
