package dev.gantry.fake.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;

/** Sets a field where it is absent. */
final class Absent {

    private Absent() {}

    static void put(ObjectNode node, String field, String value) {
        if (isAbsent(node, field)) {
            node.put(field, value);
        }
    }

    static void put(ObjectNode node, String field, int value) {
        if (isAbsent(node, field)) {
            node.put(field, value);
        }
    }

    static void put(ObjectNode node, String field, boolean value) {
        if (isAbsent(node, field)) {
            node.put(field, value);
        }
    }

    static void json(ObjectNode node, String field, String json) {
        if (isAbsent(node, field)) {
            node.set(field, Json.read(json));
        }
    }

    private static boolean isAbsent(ObjectNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull();
    }

    /** An object within an object, if it is there; otherwise one that nobody sees. */
    static ObjectNode within(ObjectNode node, String... path) {
        return Json.at(node, path) instanceof ObjectNode object ? object : Json.object();
    }
}
