package dev.gantry.chartinput;

import dev.gantry.bundle.Digest;
import dev.gantry.extension.LockedSources;
import dev.gantry.extension.Run;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.lock.RemoteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a chart.
 *
 * @param path its folder or its archive
 * @param digest of all of them
 * @param inputs the digest of each, by its name
 */
record ChartFiles(Path path, String digest, SortedMap<String, String> inputs) {

    ChartFiles {
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    }

    /**
     * The files of a chart, which become inputs of the run.
     *
     * @throws FindingsException if it is no chart
     */
    static ChartFiles of(ChartSource source, Run run) {
        // Hundreds of runs may take in the same chart.
        ChartFiles files = run.basis()
                .tools()
                .known("chart " + source.place() + " " + source, ChartFiles.class, () -> read(source, run));
        run.alsoRead(files.inputs());
        return files;
    }

    private static ChartFiles read(ChartSource source, Run run) {
        RemoteSource remote = source.remote();
        if (remote != null) {
            return archive(LockedSources.copy(remote, run), run);
        }
        Path path = Path.of(source.location());
        return source.place() == ChartSource.Place.DIRECTORY ? folder(path, run) : archive(path, run);
    }

    private static ChartFiles folder(Path folder, Run run) {
        Path root = run.resolve(folder);
        String name = run.nameOf(folder);
        if (!Files.exists(root.resolve("Chart.yaml"))) {
            String problem = Files.isDirectory(root)
                    ? "The folder " + name + " is no chart: it has no Chart.yaml."
                    : Files.exists(root) ? name + " is a file, and no folder." : "There is no folder " + name + ".";
            throw noChart(
                    problem,
                    "Give the folder that has the Chart.yaml, from the module's folder on, or an archive with"
                            + " ChartSource.archive(...).");
        }
        SortedMap<String, String> inputs = new TreeMap<>();
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            SortedMap<String, Path> sorted = new TreeMap<>();
            files.filter(Files::isRegularFile)
                    .forEach(file -> sorted.put(root.relativize(file).toString().replace('\\', '/'), file));
            sorted.forEach((relative, file) -> {
                String digest = Digest.sha256(run.read(file));
                inputs.put(run.nameOf(file), digest);
                all.append(relative).append(' ').append(digest).append('\n');
            });
        } catch (IOException | UncheckedIOException e) {
            throw noChart("The folder " + name + " cannot be read: " + e, "Give a folder that can be read.");
        }
        return new ChartFiles(
                root.toAbsolutePath(), Digest.sha256(all.toString().getBytes(StandardCharsets.UTF_8)), inputs);
    }

    private static ChartFiles archive(Path archive, Run run) {
        Path file = run.resolve(archive);
        if (Files.isDirectory(file)) {
            throw noChart(
                    run.nameOf(archive) + " is a folder, and no archive.",
                    "Take it in with ChartSource.directory(...).");
        }
        byte[] bytes = run.read(archive);
        String digest = Digest.sha256(bytes);
        if (bytes.length < 2 || bytes[0] != 0x1f || (bytes[1] & 0xff) != 0x8b) {
            throw noChart(
                    run.nameOf(archive) + " is no archive of a chart, which is a compressed tar.",
                    "Give a file that helm package has made, such as redis-20.1.0.tgz.");
        }
        SortedMap<String, String> inputs = new TreeMap<>();
        inputs.put(run.nameOf(archive), digest);
        return new ChartFiles(file.toAbsolutePath(), digest, inputs);
    }

    /**
     * A template where it can be opened: in the chart's folder, or inside of its archive.
     *
     * @param source as Helm names it, from the chart's name on
     */
    String template(String source, Run run) {
        return Files.isDirectory(path) ? run.nameOf(path.resolve(file(source))) : run.nameOf(path) + "!/" + source;
    }

    /** A template from the folder of its chart on. */
    static String file(String source) {
        return source.substring(source.indexOf('/') + 1);
    }

    private static FindingsException noChart(String message, String hint) {
        return new FindingsException(Finding.of(HelmChartRule.NO_CHART, message).hint(hint));
    }
}
