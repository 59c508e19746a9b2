package dev.gantry.fake.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Defaults of custom resources, which their definitions say. */
final class CustomDefaults {

    private CustomDefaults() {}

    static void set(JsonNode schema, JsonNode value) {
        if (value instanceof ObjectNode object) {
            JsonNode properties = schema.path("properties");
            // A null where none is allowed is as good as nothing.
            object.properties()
                    .removeIf(entry -> entry.getValue().isNull()
                            && properties.has(entry.getKey())
                            && !properties.path(entry.getKey()).path("nullable").asBoolean());
            properties.properties().forEach(entry -> {
                JsonNode fallback = entry.getValue().get("default");
                if (fallback != null && !object.has(entry.getKey())) {
                    object.set(entry.getKey(), fallback.deepCopy());
                }
                set(entry.getValue(), object.path(entry.getKey()));
            });
            JsonNode others = schema.path("additionalProperties");
            if (others.isObject()) {
                object.forEach(item -> set(others, item));
            }
        } else if (value.isArray()) {
            value.forEach(item -> set(schema.path("items"), item));
        }
    }
}
