package dev.gantry.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.model.Case;
import dev.gantry.model.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every field that a builder sets has its place in the table. */
class FieldOrderTest {

    private static final String TABLE = "/META-INF/gantry/field-order/monitoring.coreos.com.txt";

    private final Map<String, Map<String, String>> types = new HashMap<>();
    private final Set<String> unknown = new TreeSet<>();

    @Test
    void should_have_every_field_that_a_builder_sets() throws IOException {
        try (InputStream in = getClass().getResourceAsStream(TABLE)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(this::read);
        }
        for (Case one : Cases.all()) {
            walk(one.made().kind().name() + ".monitoring.coreos.com", Trees.of(one.made()));
        }
        assertThat(unknown).isEmpty();
    }

    private void read(String line) {
        int colon = line.indexOf(": ");
        if (line.startsWith("#") || colon < 0) {
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : line.substring(colon + 2).split(" ", -1)) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], parts.length == 1 ? "" : parts[1]);
        }
        types.put(line.substring(0, colon), fields);
    }

    /** Types that the table has not are the core's. */
    private void walk(String type, JsonNode object) {
        Map<String, String> fields = types.get(type);
        if (fields == null) {
            return;
        }
        object.properties().forEach(field -> {
            String content = fields.get(field.getKey());
            if (content == null) {
                unknown.add(type + "." + field.getKey());
            } else if (content.startsWith("[]") || content.startsWith("{}")) {
                field.getValue().forEach(item -> walk(content.substring(2), item));
            } else {
                walk(content, field.getValue());
            }
        });
    }
}
