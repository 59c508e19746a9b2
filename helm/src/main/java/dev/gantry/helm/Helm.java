package dev.gantry.helm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Helm itself, as a library inside the JVM. Charts are folders; none is changed, unless a method says so.
 *
 * @see <a href="https://helm.sh/docs/">Helm</a>
 */
public final class Helm {

    private final NativeHelm helm;

    private Helm(NativeHelm helm) {
        this.helm = helm;
    }

    /**
     * Helm, whose library is loaded by the first call, in about half a second.
     *
     * @throws FindingsException if this machine cannot load it: there is none for musl and for rare architectures
     */
    public static Helm load() {
        return new Helm(NativeHelm.load());
    }

    /**
     * Renders a chart, as {@code helm template --include-crds} does. Charts that it depends on and that are not in its {@code charts/} are
     * left out.
     *
     * @param chart a chart's folder
     * @param values a file of values, over those of the chart
     * @param release the name of the release
     * @param namespace the namespace of the release
     * @return all objects: the manifests in the order in which Helm installs them, then the hooks, then those of {@code crds/}
     * @throws FindingsException if Helm does not render it
     */
    public List<ObjectNode> render(Path chart, Path values, String release, String namespace) {
        try (PreparedChart prepared = PreparedChart.of(helm, chart)) {
            // Helm takes the paths of several files, with commas between: one that has a comma in it would be parted.
            Path plain = Files.createTempFile("gantry-values", ".yaml");
            try {
                Files.copy(values, plain, StandardCopyOption.REPLACE_EXISTING);
                return prepared.render(plain, release, namespace);
            } finally {
                Files.delete(plain);
            }
        } catch (HelmFailure e) {
            throw new FindingsException(
                    Finding.of(ChartRule.NOT_RENDERED, "The chart in " + chart + " cannot be rendered: " + e.words())
                            .hint(TemplatePlace.shown(e.words(), chart).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lints a chart, as {@code helm lint --strict} does: a warning is as bad as an error. Charts that it depends on and that are not in
     * its {@code charts/} are left out.
     *
     * @param chart a chart's folder
     * @param values a file of values, over those of the chart; {@code null} for those of the chart alone
     * @return a finding for each complaint; none for a chart that is well
     */
    public List<Finding> lint(Path chart, @Nullable Path values) {
        String with = values == null ? "" : " with " + values.getFileName();
        try {
            return ChartLint.complaints(helm, chart, values).stream()
                    .map(complaint -> Finding.of(
                                    ChartRule.LINT,
                                    "The linter complains of the chart in " + chart + with + ": " + complaint)
                            .hint(TemplatePlace.shown(complaint, chart).strip()))
                    .toList();
        } catch (HelmFailure e) {
            return List.of(Finding.of(
                    ChartRule.LINT, "The chart in " + chart + " cannot be linted" + with + ": " + e.words()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Packages a chart, as {@code helm package} does, except that the archive has no times in it: the same chart is always the same bytes.
     * An archive that is there with these bytes is not touched.
     *
     * @param chart a chart's folder
     * @param folder where the archive goes; it is made if it is not there
     * @param version of the chart, a semantic version; {@code null} for the one in {@code Chart.yaml}
     * @param appVersion of the application; {@code null} for the one in {@code Chart.yaml}
     * @return {@code <name>-<version>.tgz} in that folder
     * @throws FindingsException if it depends on charts that are not in its {@code charts/}, or Helm refuses it
     */
    public Path pack(Path chart, Path folder, @Nullable String version, @Nullable String appVersion) {
        try (ChartCopy copy = ChartCopy.of(chart)) {
            ChartFile file = ChartFile.of(chart);
            List<String> missing = file.missingDependencies(chart);
            if (!missing.isEmpty()) {
                throw new FindingsException(missing(chart, missing));
            }
            ChartFile changed = file.with(version, appVersion);
            changed.write(copy.folder());
            Path made = copy.folder().resolveSibling("archive");
            Files.createDirectories(made);
            helm.pack(copy.folder(), made);
            byte[] bytes = ReproducibleArchive.of(Files.readAllBytes(made.resolve(changed.archive())));
            Path archive = Files.createDirectories(folder).resolve(changed.archive());
            if (!Files.exists(archive) || !Arrays.equals(Files.readAllBytes(archive), bytes)) {
                Files.write(archive, bytes);
            }
            return archive;
        } catch (HelmFailure e) {
            throw new FindingsException(
                    Finding.of(ChartRule.NOT_PACKAGED, "The chart in " + chart + " cannot be packaged: " + e.words()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Downloads the charts that a chart depends on into its {@code charts/}, and writes {@code Chart.lock}, as
     * {@code helm dependency update} does.
     *
     * @param chart a chart's folder, which is changed
     * @throws FindingsException if Helm cannot get them
     */
    public void updateDependencies(Path chart) {
        try {
            helm.updateDependencies(chart);
        } catch (HelmFailure e) {
            throw new FindingsException(Finding.of(
                            ChartRule.DEPENDENCIES_MISSING,
                            "The charts that the one in " + chart + " depends on cannot be had: " + e.words())
                    .hint("Look at the names, versions and repositories in Chart.yaml, and at the network."));
        }
    }

    private static Finding missing(Path chart, List<String> names) {
        return Finding.of(
                        ChartRule.DEPENDENCIES_MISSING,
                        "The chart in " + chart + " cannot be packaged: it depends on " + String.join(", ", names)
                                + ", and charts/ does not have that.")
                .hint("Run helm dependency update " + chart
                        + " and try again, or let Gantry do it with -Dgantry.dependencyUpdate.");
    }
}
