package dev.gantry.fake.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import java.util.TreeSet;

/** The form in which sets of fields are written into objects. */
final class FieldsV1 {

    private static final String ITSELF = ".";

    private FieldsV1() {}

    static ObjectNode write(FieldSet set) {
        ObjectNode node = Json.object();
        TreeSet<PathElement> steps = new TreeSet<>(set.members());
        steps.addAll(set.children().keySet());
        for (PathElement step : steps) {
            FieldSet below = set.below(step);
            ObjectNode written = write(below);
            if (set.members().contains(step) && !below.isEmpty()) {
                ObjectNode withItself = Json.object();
                withItself.putObject(ITSELF);
                withItself.setAll(written);
                written = withItself;
            }
            node.set(step.encoded(), written);
        }
        return node;
    }

    static FieldSet read(JsonNode node) {
        FieldSet.Builder builder = new FieldSet.Builder();
        read(node, builder);
        return builder.build();
    }

    private static void read(JsonNode node, FieldSet.Builder builder) {
        node.properties().forEach(entry -> {
            if (entry.getKey().equals(ITSELF)) {
                return;
            }
            PathElement step = new PathElement(entry.getKey());
            if (entry.getValue().isEmpty() || entry.getValue().has(ITSELF)) {
                builder.add(step);
            }
            read(entry.getValue(), builder.below(step));
        });
    }
}
