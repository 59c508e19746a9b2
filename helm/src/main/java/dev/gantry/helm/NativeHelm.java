package dev.gantry.helm;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.marcnuri.helm.LintResult;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Helm's library, which is loaded when it is first asked for, and then once for each class loader that has this class. It may be
 * called by several threads at once.
 */
final class NativeHelm {

    /** With it, helm-java downloads no library behind the back of the build. */
    private static final String NO_DOWNLOAD = "com.marcnuri.jkube-helm.skipRemoteJar";

    private static final String DEBUG_NOTE = "Use --debug flag to render out invalid YAML";

    @GuardedBy("NativeHelm.class")
    private static @Nullable NativeHelm loaded;

    private final Signals signals;

    private NativeHelm(Signals signals) {
        this.signals = signals;
    }

    /**
     * The library.
     *
     * @throws FindingsException if this machine cannot load it
     */
    static synchronized NativeHelm load() {
        NativeHelm known = loaded;
        if (known == null) {
            known = load(() -> {
                Signals signals = Signals.current();
                String ignored = com.marcnuri.helm.Helm.version().call();
                return signals;
            });
            loaded = known;
        }
        return known;
    }

    /**
     * Loads the library.
     *
     * @param loading does it, and answers what was done on signals before
     */
    static NativeHelm load(Supplier<Signals> loading) {
        // Helm-java looks for its library where the thread does, which may be in the class path of a program that has
        // none.
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        String download = System.getProperty(NO_DOWNLOAD);
        thread.setContextClassLoader(NativeHelm.class.getClassLoader());
        System.setProperty(NO_DOWNLOAD, "true");
        try {
            return new NativeHelm(loading.get());
        } catch (LinkageError | RuntimeException e) {
            throw new FindingsException(unavailable(e));
        } finally {
            thread.setContextClassLoader(former);
            if (download == null) {
                System.clearProperty(NO_DOWNLOAD);
            } else {
                System.setProperty(NO_DOWNLOAD, download);
            }
        }
    }

    private static Finding unavailable(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return Finding.of(
                        ChartRule.UNAVAILABLE,
                        "Helm's library cannot be loaded on this machine (" + System.getProperty("os.name") + ", "
                                + System.getProperty("os.arch") + "): " + reason)
                .hint(
                        "It is made for Linux with glibc (amd64, arm64), macOS (amd64, arm64) and Windows (amd64). Alpine has musl"
                                + " instead: make charts in an image of Debian, Ubuntu or Fedora, or leave helm out of gantry.format.");
    }

    /**
     * Renders a chart, without its hooks and {@code crds/}.
     *
     * @param values a path without a comma, at which Helm would part it
     */
    String template(Path chart, Path values, String release, String namespace) throws HelmFailure {
        return template(chart, values, release, namespace, "");
    }

    /**
     * Renders a chart for a version of Kubernetes, without its hooks and {@code crds/}.
     *
     * @param values a path without a comma, at which Helm would part it
     * @param kubernetesVersion such as {@code 1.34}; empty for the one that Helm knows best
     */
    String template(Path chart, Path values, String release, String namespace, String kubernetesVersion)
            throws HelmFailure {
        String rendered = call(() -> new com.marcnuri.helm.Helm(chart)
                .template()
                .withName(release)
                .withNamespace(namespace)
                .withKubeVersion(kubernetesVersion)
                .withValuesFile(values)
                .call());
        return rendered == null ? "" : rendered; // nothing at all comes as null
    }

    /** What the linter says, an item each, such as {@code [WARNING] templates/: ...}; that it fails on warnings changes nothing. */
    List<String> lint(Path chart) throws HelmFailure {
        return call(() -> {
            LintResult result =
                    new com.marcnuri.helm.Helm(chart).lint().strict().quiet().call();
            return result.getMessages();
        });
    }

    /** Writes {@code <name>-<version>.tgz} into a folder. */
    void pack(Path chart, Path folder) throws HelmFailure {
        call(() -> new com.marcnuri.helm.Helm(chart)
                .packageIt()
                .withDestination(folder)
                .call());
    }

    /** Downloads the charts that a chart depends on into its {@code charts/}. */
    void updateDependencies(Path chart) throws HelmFailure {
        call(() -> new com.marcnuri.helm.Helm(chart).dependency().update().call());
    }

    private <T> T call(Supplier<T> command) throws HelmFailure {
        try {
            return command.get();
        } catch (IllegalStateException e) {
            // This is how helm-java says that Helm returned an error.
            throw new HelmFailure(
                    String.valueOf(e.getMessage()).replace(DEBUG_NOTE, "").strip());
        } finally {
            signals.restore();
        }
    }
}
