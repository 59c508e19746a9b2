package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/**
 * JSON patches: any difference at all, by paths with indices.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6902">RFC 6902</a>
 */
final class JsonPatch {

    private final ArrayNode operations = JsonNodeFactory.instance.arrayNode();

    private JsonPatch() {}

    /** The operations that make one tree of another; none if they are equal. */
    static ArrayNode difference(ObjectNode from, ObjectNode to) {
        JsonPatch patch = new JsonPatch();
        patch.compare("", from, to);
        return patch.operations;
    }

    private void compare(String path, JsonNode from, JsonNode to) {
        if (from.equals(to)) {
            return;
        }
        if (from instanceof ObjectNode before && to instanceof ObjectNode after) {
            fields(path, before, after);
            return;
        }
        List<Integer> places =
                from instanceof ArrayNode before && to instanceof ArrayNode after ? places(before, after) : null;
        if (places == null) {
            operation("replace", path, to);
        } else {
            items(path, from, to, places);
        }
    }

    private void fields(String path, ObjectNode from, ObjectNode to) {
        for (Entry<String, JsonNode> field : from.properties()) {
            if (!to.has(field.getKey())) {
                operation("remove", child(path, field.getKey()), null);
            }
        }
        for (Entry<String, JsonNode> field : to.properties()) {
            JsonNode before = from.get(field.getKey());
            if (before == null) {
                operation("add", child(path, field.getKey()), field.getValue());
            } else {
                compare(child(path, field.getKey()), before, field.getValue());
            }
        }
    }

    /** Adds what is new, then changes what was there. */
    private void items(String path, JsonNode from, JsonNode to, List<Integer> places) {
        int size = from.size();
        for (int i = 0; i < to.size(); i++) {
            if (!places.contains(i)) {
                operation("add", path + "/" + (i == size ? "-" : i), to.get(i));
                size++;
            }
        }
        for (int i = 0; i < from.size(); i++) {
            compare(path + "/" + places.get(i), from.get(i), to.get(places.get(i)));
        }
    }

    /** Where each item of a list stands in another; {@code null} if one cannot be found, or has lost its place. */
    private static @Nullable List<Integer> places(ArrayNode from, ArrayNode to) {
        List<Integer> places = new ArrayList<>(from.size());
        int next = 0;
        for (JsonNode item : from) {
            while (next < to.size() && !isSame(item, to.get(next), from.size() == to.size())) {
                next++;
            }
            if (next == to.size()) {
                return null;
            }
            places.add(next++);
        }
        return places;
    }

    private static boolean isSame(JsonNode one, JsonNode other, boolean sameLength) {
        if (one.equals(other)) {
            return true;
        }
        if (!one.isObject() || !other.isObject()) {
            return false;
        }
        return (one.has("name") || other.has("name")) ? one.path("name").equals(other.path("name")) : sameLength;
    }

    private void operation(String operation, String path, @Nullable JsonNode value) {
        ObjectNode added = operations.addObject().put("op", operation).put("path", path);
        if (value != null) {
            added.set("value", value.deepCopy());
        }
    }

    private static String child(String path, String field) {
        return path + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    /**
     * Applies operations as Kustomize does.
     *
     * @throws IllegalStateException if one leads nowhere
     */
    static void apply(ObjectNode tree, JsonNode operations) {
        for (JsonNode operation : operations) {
            String path = operation.path("path").asText();
            int slash = path.lastIndexOf('/');
            JsonNode parent = tree;
            List<String> steps = List.of(path.substring(0, slash).split("/", -1));
            for (String step : steps.subList(1, steps.size())) {
                parent = child(parent, unescaped(step));
            }
            String last = unescaped(path.substring(slash + 1));
            change(parent, operation.path("op").asText(), last, operation.path("value"), path);
        }
    }

    private static void change(JsonNode parent, String op, String last, JsonNode value, String path) {
        if (parent instanceof ObjectNode object && (op.equals("add") || object.has(last))) {
            if (op.equals("remove")) {
                object.remove(last);
            } else {
                object.set(last, value.deepCopy());
            }
        } else if (parent instanceof ArrayNode list) {
            int index = last.equals("-") ? list.size() : Integer.parseInt(last);
            if (!op.equals("add")) {
                list.remove(index);
            }
            if (!op.equals("remove")) {
                list.insert(index, value.deepCopy());
            }
        } else {
            throw new IllegalStateException("the path " + path + " leads nowhere");
        }
    }

    private static JsonNode child(JsonNode parent, String step) {
        return parent.isArray() ? parent.path(Integer.parseInt(step)) : parent.path(step);
    }

    private static String unescaped(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }
}
