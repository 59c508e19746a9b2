package dev.gantry.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets hooks be seen. Helm keeps them apart from the manifests, and helm-java hands over the manifests only. So the copy of a
 * chart that is rendered gets one template more: a ConfigMap that holds, as text, what the templates with hooks render to. Helm
 * renders them itself, unchanged, and their objects are taken from there.
 *
 * @see <a href="https://helm.sh/docs/topics/charts_hooks/">Chart hooks</a>
 */
final class HookTemplate {

    private static final String ANNOTATION = "helm.sh/hook";
    private static final String NAME = "gantry-hooks-of-this-chart";

    private HookTemplate() {}

    /** Whether a chart has hooks; then they are to be shown. */
    static boolean isNeeded(Path chart) throws IOException {
        return !templates(chart).isEmpty();
    }

    /** Adds the template to a copy of a chart. */
    static void addTo(Path copy) throws IOException {
        StringBuilder text =
                new StringBuilder("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + NAME + "\ndata:\n");
        for (String template : templates(copy)) {
            text.append("  \"%s\": {{ include (print $.Template.BasePath \"/%s\") . | toJson }}\n"
                    .formatted(template, template));
        }
        Files.writeString(copy.resolve("templates").resolve(NAME + ".yaml"), text);
    }

    /** Whether a rendered object is that ConfigMap. */
    static boolean isShown(ObjectNode object) {
        return object.path("kind").asText().equals("ConfigMap")
                && object.path("metadata").path("name").asText().equals(NAME);
    }

    /** The texts that it holds. */
    static List<String> texts(ObjectNode shown) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : shown.path("data")) {
            texts.add(text.asText());
        }
        return texts;
    }

    /** Whether an object is a hook. */
    static boolean isHook(ObjectNode object) {
        return object.path("metadata").path("annotations").has(ANNOTATION);
    }

    /** The templates that may render hooks, by their path below {@code templates/}: all, if it is a helper that names the annotation. */
    static List<String> templates(Path chart) throws IOException {
        Path folder = chart.resolve("templates");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        List<String> naming = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (isManifest(path)) {
                    all.add(path);
                }
                if (new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(ANNOTATION)) {
                    naming.add(path);
                }
            }
        }
        return all.containsAll(naming) ? naming : all;
    }

    private static boolean isManifest(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return !name.startsWith("_") && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }
}
