package dev.gantry.helmchart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.output.EnvironmentOutput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which settings have a text of several lines in some environment. All others are held to one line. */
final class LongTexts {

    /** The step to any element of a list, and to any value of a mapping. */
    static final String ANY = "*";

    private final Set<List<String>> paths = new HashSet<>();

    private LongTexts() {}

    static LongTexts of(List<EnvironmentOutput> environments) {
        LongTexts texts = new LongTexts();
        environments.forEach(environment -> texts.collect(environment.settings(), List.of()));
        return texts;
    }

    /**
     * Whether a setting has several lines somewhere.
     *
     * @param path from the settings on, with {@value #ANY} for elements
     */
    boolean contains(List<String> path) {
        return paths.contains(path);
    }

    private void collect(JsonNode node, List<String> path) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                collect(field.getValue(), then(path, field.getKey()));
                collect(field.getValue(), then(path, ANY));
            });
        } else if (node.isArray()) {
            node.forEach(element -> collect(element, then(path, ANY)));
        } else if (node.isTextual() && node.textValue().matches("(?s).*[\\n\\r].*")) {
            paths.add(path);
        }
    }

    static List<String> then(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
