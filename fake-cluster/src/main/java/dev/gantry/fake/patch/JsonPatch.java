package dev.gantry.fake.patch;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;

/**
 * A list of operations.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6902">RFC 6902</a>
 */
public final class JsonPatch {

    private static final String END = "-";

    private JsonPatch() {}

    /** The object after the operations. */
    public static JsonNode apply(JsonNode patch, JsonNode object) {
        if (!patch.isArray()) {
            throw new PatchException(
                    "error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp",
                    false);
        }
        JsonNode result = object.deepCopy();
        for (JsonNode operation : patch) {
            result = step(operation, result);
        }
        return result;
    }

    private static JsonNode step(JsonNode operation, JsonNode object) {
        String path = Json.text(operation, "path");
        String from = Json.text(operation, "from");
        String op = Json.text(operation, "op");
        return switch (op) {
            case "add" -> add(object, path, operation.path("value").deepCopy());
            case "remove" -> remove(object, path);
            case "replace" -> replace(object, path, operation.path("value").deepCopy());
            case "test" -> test(object, path, operation.path("value"));
            case "copy" -> add(object, path, required(object, from, "copy").deepCopy());
            case "move" -> move(object, from, path);
            default -> throw new PatchException("Unexpected kind: " + op, true);
        };
    }

    private static JsonNode replace(JsonNode object, String path, JsonNode value) {
        if (path.isEmpty()) {
            return value;
        }
        required(object, path, "replace operation does not apply: doc is missing key: " + path);
        return add(remove(object, path), path, value);
    }

    private static JsonNode move(JsonNode object, String from, String path) {
        JsonNode moved = required(object, from, "move");
        return add(remove(object, from), path, moved);
    }

    private static JsonNode test(JsonNode object, String path, JsonNode value) {
        if (!object.at(path).equals(value)) {
            throw new PatchException("testing value " + path + " failed: test failed", true);
        }
        return object;
    }

    private static JsonNode required(JsonNode object, String path, String message) {
        JsonNode node = object.at(path);
        if (node.isMissingNode()) {
            throw new PatchException(message + ": missing value", true);
        }
        return node;
    }

    private static JsonNode add(JsonNode object, String path, JsonNode value) {
        if (path.isEmpty()) {
            return value;
        }
        JsonPointer pointer = JsonPointer.compile(path);
        JsonNode parent = object.at(pointer.head());
        String last = pointer.last().getMatchingProperty();
        if (parent instanceof ObjectNode fields) {
            fields.set(last, value);
        } else if (parent instanceof ArrayNode list && last.equals(END)) {
            list.add(value);
        } else if (parent instanceof ArrayNode list
                && pointer.last().getMatchingIndex() <= list.size()
                && pointer.last().getMatchingIndex() >= 0) {
            list.insert(pointer.last().getMatchingIndex(), value);
        } else {
            throw new PatchException(
                    "add operation does not apply: doc is missing path: \"" + path + "\": missing value", true);
        }
        return object;
    }

    private static JsonNode remove(JsonNode object, String path) {
        JsonPointer pointer = JsonPointer.compile(path);
        JsonNode parent = object.at(pointer.head());
        JsonNode removed = null;
        if (parent instanceof ObjectNode fields) {
            removed = fields.remove(pointer.last().getMatchingProperty());
        } else if (parent instanceof ArrayNode list) {
            removed = list.remove(pointer.last().getMatchingIndex());
        }
        if (removed == null) {
            throw new PatchException(
                    "remove operation does not apply: doc is missing path: \"" + path + "\": missing value", true);
        }
        return object;
    }
}
