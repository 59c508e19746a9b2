package dev.gantry.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.yaml.YamlPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What {@code Chart.yaml} says.
 *
 * @param tree its content
 * @see <a href="https://helm.sh/docs/topics/charts/#the-chartyaml-file">Chart.yaml</a>
 */
record ChartFile(ObjectNode tree) {

    static final String NAME = "Chart.yaml";

    /**
     * Reads that of a chart.
     *
     * @throws HelmFailure if the folder is no chart
     */
    static ChartFile of(Path chart) throws HelmFailure, IOException {
        try {
            return of(Files.readString(chart.resolve(NAME)));
        } catch (NoSuchFileException e) {
            throw new HelmFailure("there is no " + NAME);
        }
    }

    /**
     * Reads one.
     *
     * @throws HelmFailure if it is no YAML
     */
    static ChartFile of(String text) throws HelmFailure {
        try {
            return new ChartFile(KubernetesYaml.mapping(text));
        } catch (YAMLException e) {
            throw new HelmFailure(NAME + " is not YAML");
        }
    }

    /** The name of the archive that Helm makes of the chart. */
    String archive() {
        return tree.path("name").asText() + "-" + tree.path("version").asText() + ".tgz";
    }

    /** The names of the charts that it depends on and that are not in its {@code charts/}. */
    List<String> missingDependencies(Path chart) throws IOException {
        List<String> there = new ArrayList<>();
        Path charts = chart.resolve("charts");
        if (Files.isDirectory(charts)) {
            try (Stream<Path> files = Files.list(charts)) {
                files.forEach(file -> there.add(file.getFileName().toString()));
            }
        }
        List<String> missing = new ArrayList<>();
        for (JsonNode dependency : tree.path("dependencies")) {
            String name = dependency.path("name").asText();
            if (there.stream().noneMatch(file -> file.equals(name) || file.startsWith(name + "-"))) {
                missing.add(name);
            }
        }
        return missing;
    }

    /** The same of a chart that depends on none. */
    ChartFile withoutDependencies() {
        ObjectNode changed = tree.deepCopy();
        changed.remove("dependencies");
        return new ChartFile(changed);
    }

    /**
     * The same with other versions.
     *
     * @param version of the chart; {@code null} for the one that it has
     * @param appVersion of the application; {@code null} for the one that it has
     */
    ChartFile with(@Nullable String version, @Nullable String appVersion) {
        ObjectNode changed = tree.deepCopy();
        if (version != null) {
            changed.put("version", version);
        }
        if (appVersion != null) {
            changed.put("appVersion", appVersion);
        }
        return new ChartFile(changed);
    }

    /** Writes it in place of that of a chart. */
    void write(Path chart) throws IOException {
        Files.writeString(chart.resolve(NAME), YamlPrinter.print(tree));
    }
}
