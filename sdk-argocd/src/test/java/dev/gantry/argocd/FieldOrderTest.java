package dev.gantry.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.model.Case;
import dev.gantry.model.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every field that a builder sets has its place in the order of fields. */
class FieldOrderTest {

    /** Types of the core, and what holds any entries. */
    private static final Set<String> ELSEWHERE = Set.of("ObjectMeta", "LabelSelector", "LabelSelectorRequirement", "");

    private final Map<String, Map<String, String>> types = new HashMap<>();

    FieldOrderTest() throws IOException {
        try (InputStream table =
                Application.class.getResourceAsStream("/META-INF/gantry/field-order/argoproj.io.txt")) {
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(this::read);
        }
    }

    private void read(String line) {
        Map<String, String> fields = new HashMap<>();
        for (String field : line.substring(line.indexOf(": ") + 2).split(" ", -1)) {
            int equals = field.indexOf('=');
            fields.put(
                    equals < 0 ? field : field.substring(0, equals),
                    equals < 0 ? "" : field.substring(equals + 1).replace("[]", ""));
        }
        assertThat(types.put(line.substring(0, line.indexOf(": ")), fields)).isNull();
    }

    @Test
    void should_know_every_field_that_a_builder_sets() {
        Set<String> unknown = new TreeSet<>();
        for (Case one : Cases.all()) {
            JsonNode tree = Trees.of(one.made());
            walk(tree, tree.path("kind").asText() + ".argoproj.io", unknown);
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void should_know_every_type_that_it_names() {
        assertThat(types.values().stream().flatMap(fields -> fields.values().stream()))
                .allMatch(type -> ELSEWHERE.contains(type) || types.containsKey(type));
    }

    private void walk(JsonNode node, String type, Set<String> unknown) {
        if (ELSEWHERE.contains(type)) {
            return;
        }
        if (node.isArray()) {
            node.forEach(item -> walk(item, type, unknown));
        } else {
            node.properties().forEach(field -> {
                String content = types.get(type).get(field.getKey());
                if (content == null) {
                    unknown.add(type + "." + field.getKey());
                } else {
                    walk(field.getValue(), content, unknown);
                }
            });
        }
    }
}
