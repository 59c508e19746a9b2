package dev.gantry.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a chart in a temporary folder, to be changed without harm to the chart. */
final class ChartCopy implements AutoCloseable {

    private final Path parent;
    private final Path folder;

    private ChartCopy(Path parent, Path folder) {
        this.parent = parent;
        this.folder = folder;
    }

    /** A copy of the whole chart. */
    static ChartCopy of(Path chart) throws IOException {
        Path parent = Files.createTempDirectory("gantry-chart");
        // Messages name the last folder of the path.
        Path folder = parent.resolve(chart.toAbsolutePath().normalize().getFileName());
        ChartCopy copy = new ChartCopy(parent, folder);
        try (Stream<Path> files = Files.walk(chart)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(chart.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
            return copy;
        } catch (IOException e) {
            copy.close();
            throw e;
        }
    }

    /** The chart of an archive. */
    static ChartCopy unpacked(Path archive) throws HelmFailure, IOException {
        Path parent = Files.createTempDirectory("gantry-chart");
        try {
            return new ChartCopy(parent, ChartArchive.unpack(archive, parent));
        } catch (HelmFailure | IOException | RuntimeException e) {
            delete(parent);
            throw e;
        }
    }

    /** A copy that Helm can work with although charts that it depends on are not there: then without any of them. */
    static ChartCopy alone(Path chart, ChartFile file) throws IOException {
        ChartCopy copy = of(chart);
        try {
            if (!file.missingDependencies(chart).isEmpty()) {
                file.withoutDependencies().write(copy.folder);
                delete(copy.folder.resolve("charts"));
                Files.deleteIfExists(copy.folder.resolve("Chart.lock"));
            }
            return copy;
        } catch (IOException e) {
            copy.close();
            throw e;
        }
    }

    /** The chart's folder. */
    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        delete(parent);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
