package dev.gantry.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.yaml.YamlPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Helm's linter, for certain values. Helm-java cannot give it any, so it looks at a copy of the chart whose {@code values.yaml}
 * holds them over those of the chart, merged as Helm merges them.
 */
final class ChartLint {

    private ChartLint() {}

    /**
     * What the linter complains of, in its words: warnings and errors, and none of its recommendations.
     *
     * @param values {@code null} for those of the chart itself
     * @throws HelmFailure if the folder is no chart, or the values are not YAML
     */
    static List<String> complaints(NativeHelm helm, Path chart, @Nullable Path values) throws HelmFailure, IOException {
        try (ChartCopy copy = ChartCopy.alone(chart, ChartFile.of(chart))) {
            if (values != null) {
                Path own = copy.folder().resolve("values.yaml");
                ObjectNode merged = read(own);
                merge(merged, read(values));
                Files.writeString(own, YamlPrinter.print(merged));
            }
            List<String> complaints = new ArrayList<>();
            for (String message : helm.lint(copy.folder())) {
                complaints.add(message.replace(copy.folder() + ": ", "").replace(copy.folder() + "/", ""));
            }
            return complaints;
        }
    }

    private static ObjectNode read(Path file) throws HelmFailure, IOException {
        try {
            return KubernetesYaml.mapping(Files.exists(file) ? Files.readString(file) : "");
        } catch (YAMLException e) {
            throw new HelmFailure(file.getFileName() + " is not YAML: " + e.getMessage());
        }
    }

    /** Mappings are merged, anything else replaces what is there, and {@code null} takes it away. */
    private static void merge(ObjectNode into, ObjectNode values) {
        values.properties().forEach(field -> {
            JsonNode former = into.get(field.getKey());
            if (field.getValue().isNull()) {
                into.remove(field.getKey());
            } else if (former instanceof ObjectNode below && field.getValue() instanceof ObjectNode own) {
                merge(below, own);
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
    }
}
