package dev.gantry.fake.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.schema.Type;
import org.jspecify.annotations.Nullable;

/** Takes fields out of an object; what becomes empty goes, too. */
final class Removal {

    private Removal() {}

    static ObjectNode from(Type type, ObjectNode object, FieldSet fields) {
        return remove(type, object, fields) instanceof ObjectNode rest ? rest : Json.object();
    }

    private static @Nullable JsonNode remove(@Nullable Type type, JsonNode value, FieldSet fields) {
        if (type == null || fields.isEmpty() || Descent.isLeaf(type) || !value.isContainerNode() || value.isEmpty()) {
            return value;
        }
        if (value instanceof ArrayNode list) {
            return type.form() == Type.Form.LIST ? elements(type, list, fields) : value;
        }
        ObjectNode rest = Json.object();
        value.properties().forEach(entry -> {
            PathElement step = PathElement.field(entry.getKey());
            if (!fields.members().contains(step)) {
                JsonNode kept = remove(type.child(entry.getKey()), entry.getValue(), fields.below(step));
                if (kept != null) {
                    rest.set(entry.getKey(), kept);
                }
            }
        });
        return rest.isEmpty() ? null : rest;
    }

    private static @Nullable JsonNode elements(Type type, ArrayNode list, FieldSet fields) {
        ArrayNode rest = Json.array();
        for (JsonNode item : list) {
            PathElement step = PathElement.of(type, item);
            if (step != null && fields.members().contains(step)) {
                continue;
            }
            JsonNode kept = step == null ? item : remove(type.element(), item, fields.below(step));
            if (kept != null) {
                rest.add(kept);
            }
        }
        return rest.isEmpty() ? null : rest;
    }
}
