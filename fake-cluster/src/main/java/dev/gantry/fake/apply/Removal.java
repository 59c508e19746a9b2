package dev.gantry.fake.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.schema.Type;
import org.jspecify.annotations.Nullable;

/** Takes fields out of an object. What becomes empty is null afterwards: that it is there may be owned by somebody. */
final class Removal {

    private Removal() {}

    static ObjectNode from(Type type, ObjectNode object, FieldSet fields) {
        return remove(type, object, fields) instanceof ObjectNode rest ? rest : Json.object();
    }

    private static JsonNode remove(@Nullable Type type, JsonNode value, FieldSet fields) {
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
                rest.set(entry.getKey(), remove(type.child(entry.getKey()), entry.getValue(), fields.below(step)));
            }
        });
        return rest.isEmpty() ? NullNode.getInstance() : rest;
    }

    private static JsonNode elements(Type type, ArrayNode list, FieldSet fields) {
        ArrayNode rest = Json.array();
        for (JsonNode item : list) {
            PathElement step = PathElement.of(type, item);
            if (step == null || !fields.members().contains(step)) {
                rest.add(step == null ? item : remove(type.element(), item, fields.below(step)));
            }
        }
        return rest.isEmpty() ? NullNode.getInstance() : rest;
    }
}
