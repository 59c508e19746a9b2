package dev.gantry.istio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.model.Case;
import dev.gantry.model.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What builders write has a place in the tables of field orders. */
class FieldOrderTest {

    /** Maps, whose entries keep the order in which they are given, and what has no table of its own. */
    private static final Set<String> MAPS = Set.of(
            "add",
            "labels",
            "matchLabels",
            "metadata",
            "ports",
            "selector",
            "set",
            "sourceLabels",
            "to",
            "workloadSelector");

    private final Set<String> lacking = new TreeSet<>();
    private final Map<String, Map<String, String>> rows = new HashMap<>();

    @Test
    void should_know_every_field_that_builders_write() {
        for (Case of : Cases.all()) {
            JsonNode tree = Trees.of(of.made());
            String group = of.made().kind().group();
            rows.clear();
            read(group);
            check(of.made().kind().name() + "." + group, tree);
        }
        assertThat(lacking).isEmpty();
    }

    private void check(String type, JsonNode object) {
        Map<String, String> row = rows.get(type);
        assertThat(row).as(type).isNotNull();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String content = row.get(field.getKey());
            if (content == null) {
                lacking.add(type + "." + field.getKey());
            } else if (content.startsWith("{}")) {
                field.getValue().forEach(value -> check(content.substring(2), value));
            } else if (content.startsWith("[]")) {
                field.getValue().forEach(value -> check(content.substring(2), value));
            } else if (field.getValue().isObject() && !MAPS.contains(field.getKey())) {
                check(content, field.getValue());
            }
        }
    }

    private void read(String group) {
        String resource = "/META-INF/gantry/field-order/" + group + ".txt";
        try (InputStream in = FieldOrderTest.class.getResourceAsStream(resource)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (String line : lines) {
                int colon = line.indexOf(": ");
                if (!line.startsWith("#")) {
                    rows.put(line.substring(0, colon), fields(line.substring(colon + 2)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> fields(String row) {
        Map<String, String> fields = new HashMap<>();
        for (String word : row.split(" ", -1)) {
            int equals = word.indexOf('=');
            fields.put(equals < 0 ? word : word.substring(0, equals), equals < 0 ? "" : word.substring(equals + 1));
        }
        return fields;
    }
}
