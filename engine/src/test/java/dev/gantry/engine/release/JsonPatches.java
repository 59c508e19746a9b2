package dev.gantry.engine.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON patches of objects, as far as they are used. */
final class JsonPatches {

    private JsonPatches() {}

    static void apply(ObjectNode object, JsonNode patch) {
        for (JsonNode operation : patch) {
            String path = operation.path("path").asText();
            switch (operation.path("op").asText()) {
                case "test" -> check(object.at(path).equals(operation.path("value")));
                case "remove" -> check(remove(object, path));
                case "replace" -> {
                    check(!object.at(path).isMissingNode());
                    set(object, path, operation.path("value"));
                }
                case "add" -> {
                    check(object.at(path.substring(0, path.lastIndexOf('/'))).isObject());
                    set(object, path, operation.path("value"));
                }
                default -> check(false);
            }
        }
    }

    static void set(ObjectNode object, String path, JsonNode value) {
        int slash = path.lastIndexOf('/');
        ObjectNode parent = slash == 0 ? object : object.withObject(path.substring(0, slash));
        parent.set(name(path), value.deepCopy());
    }

    static boolean remove(ObjectNode object, String path) {
        int slash = path.lastIndexOf('/');
        JsonNode parent = slash == 0 ? object : object.at(path.substring(0, slash));
        return parent instanceof ObjectNode node && node.remove(name(path)) != null;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw MemoryCluster.failure(
                    422, "Invalid", "the server rejected our request due to an error in our request");
        }
    }
}
