package dev.gantry.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets be seen what helm-java does not hand over: hooks, of the chart and of those that it depends on, and which of these are enabled.
 * One template more, a ConfigMap, holds what Helm itself makes of the templates with hooks, as text, and a key for each chart that is
 * enabled: Helm knows that from conditions and tags.
 */
final class WholeTemplate {

    static final String NAME = "gantry-whole-chart";

    private final List<ChartNode> nodes;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /**
     * A template that may render hooks.
     *
     * @param key of what it renders to
     * @param path such as {@code shop/charts/redis/templates/migrate.yaml}
     */
    record Part(String key, String path) {}

    private WholeTemplate(List<ChartNode> nodes) {
        this.nodes = nodes;
    }

    static WholeTemplate of(ChartNode root) throws IOException {
        WholeTemplate template = new WholeTemplate(root.all());
        template.text
                .append("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ")
                .append(NAME)
                .append("\ndata:\n");
        template.write(root, "$");
        return template;
    }

    private void write(ChartNode node, String scope) throws IOException {
        int number = nodes.indexOf(node);
        text.append("  chart-%d: enabled\n".formatted(number));
        for (String template : HookTemplate.templates(node.folder())) {
            Part part = new Part("hooks-" + parts.size(), node.path() + "/templates/" + template);
            parts.add(part);
            text.append("  %s: {{ include %s %s | toJson }}\n"
                    .formatted(part.key(), quoted(part.path()), scope(node, part, scope)));
        }
        for (ChartNode child : node.children()) {
            String inner = "$chart" + nodes.indexOf(child);
            String key = quoted(child.name());
            text.append("{{- if hasKey (%s.Subcharts | default dict) %s }}\n".formatted(scope, key));
            text.append("{{- %s := index %s.Subcharts %s }}\n".formatted(inner, scope, key));
            write(child, inner);
            text.append("{{- end }}\n");
        }
    }

    /** What a template of the chart is given. */
    private static String scope(ChartNode node, Part part, String scope) {
        StringBuilder fields = new StringBuilder("(dict");
        for (String field : List.of("Chart", "Files", "Release", "Capabilities", "Values", "Subcharts")) {
            fields.append(" \"%s\" %s.%s".formatted(field, scope, field));
        }
        return fields
                + " \"Template\" (dict \"Name\" %s \"BasePath\" %s))"
                        .formatted(quoted(part.path()), quoted(node.path() + "/templates"));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    /** Adds the template to a copy of the chart. */
    void addTo(Path copy) throws IOException {
        Path templates = Files.createDirectories(copy.resolve("templates"));
        Files.writeString(templates.resolve(NAME + ".yaml"), text);
    }

    List<Part> parts() {
        return parts;
    }

    /** Whether a rendered object is that ConfigMap. */
    boolean isShown(ObjectNode object) {
        return object.path("kind").asText().equals("ConfigMap")
                && object.path("metadata").path("name").asText().equals(NAME);
    }

    /** The charts that are enabled. */
    List<ChartNode> enabled(JsonNode shown) {
        List<ChartNode> enabled = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (shown.has("chart-" + i)) {
                enabled.add(nodes.get(i));
            }
        }
        return enabled;
    }
}
