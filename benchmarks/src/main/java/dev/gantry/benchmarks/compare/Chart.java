package dev.gantry.benchmarks.compare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The chart that says what the programs say. */
public final class Chart {

    private static final List<String> FILES = List.of(
            "Chart.yaml", "values.yaml", "templates/_server.tpl", "templates/fleet.yaml", "templates/shop.yaml");

    private Chart() {}

    /** Puts the chart into a folder. */
    public static void write(Path folder) throws IOException {
        for (String file : FILES) {
            Path to = folder.resolve(file);
            Files.createDirectories(to.getParent());
            try (InputStream content =
                    Objects.requireNonNull(Chart.class.getResourceAsStream("/chart/" + file), file)) {
                Files.write(to, content.readAllBytes());
            }
        }
    }
}
