package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Strategic merge patches: what can be said by naming fields with their values. They only add and change. What they cannot
 * say, such as a new item at the end of a long list, is left to a {@link JsonPatch}.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/">Strategic merge
 *     patches</a>
 */
final class StrategicMerge {

    /** More items that are only there for their order than this make a patch worse to read than an index. */
    private static final int MOST_PLACEHOLDERS = 3;

    private final boolean merged;

    /**
     * Patches of objects of one kind.
     *
     * @param merged whether the kind has lists whose items are merged by key
     */
    StrategicMerge(boolean merged) {
        this.merged = merged;
    }

    /** A patch that brings one tree nearer to another; empty if it can say nothing. */
    ObjectNode difference(ObjectNode from, ObjectNode to) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        for (Entry<String, JsonNode> field : to.properties()) {
            JsonNode value = difference(field.getKey(), from.get(field.getKey()), field.getValue());
            if (value != null) {
                patch.set(field.getKey(), value);
            }
        }
        return patch;
    }

    private @Nullable JsonNode difference(String name, @Nullable JsonNode from, JsonNode to) {
        if (name.startsWith("$") || to.equals(from)) {
            return null;
        }
        if (from instanceof ObjectNode before && to instanceof ObjectNode after) {
            ObjectNode patch = difference(before, after);
            return patch.isEmpty() ? null : patch;
        }
        if (from instanceof ArrayNode before && to instanceof ArrayNode after) {
            String key = merged ? MergedLists.key(name) : null;
            return key == null ? null : items(key, before, after);
        }
        return isPlain(to) ? to.deepCopy() : null;
    }

    /**
     * The items up to the last one that differs: a merge puts the items of the patch first, in the patch's order, and the
     * others after them.
     */
    private @Nullable ArrayNode items(String key, ArrayNode from, ArrayNode to) {
        if (!MergedLists.isKeyed(from, key) || !MergedLists.isKeyed(to, key)) {
            return null;
        }
        Map<String, JsonNode> before = byKey(key, from);
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        int placeholders = 0;
        int end = 0;
        int placeholdersAtEnd = 0;
        for (JsonNode item : to) {
            JsonNode old = before.remove(item.path(key).textValue());
            ObjectNode entry = JsonNodeFactory.instance.objectNode();
            entry.set(key, item.path(key));
            if (old == null && !isPlain(item)) {
                return null;
            }
            entry.setAll(
                    old == null ? ((ObjectNode) item).deepCopy() : difference((ObjectNode) old, (ObjectNode) item));
            patch.add(entry);
            placeholders += old != null && entry.size() == 1 ? 1 : 0;
            if (old == null || entry.size() > 1) {
                end = patch.size();
                placeholdersAtEnd = placeholders;
            }
        }
        while (patch.size() > end) {
            patch.remove(patch.size() - 1);
        }
        boolean readable = placeholdersAtEnd <= MOST_PLACEHOLDERS && end > 0;
        return before.isEmpty() && readable && hasOrderOf(to, key, items(key, from, patch, end)) ? patch : null;
    }

    private static boolean hasOrderOf(ArrayNode to, String key, ArrayNode made) {
        for (int i = 0; i < to.size(); i++) {
            if (!to.get(i).path(key).equals(made.path(i).path(key))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a patch can carry a value: no {@code null}, which deletes, and no directive. */
    private static boolean isPlain(JsonNode value) {
        if (value.isNull()) {
            return false;
        }
        for (Entry<String, JsonNode> field : value.properties()) {
            if (field.getKey().startsWith("$")) {
                return false;
            }
        }
        for (JsonNode child : value) {
            if (!isPlain(child)) {
                return false;
            }
        }
        return true;
    }

    /** Applies a patch as Kustomize does. */
    void apply(ObjectNode tree, ObjectNode patch) {
        for (Entry<String, JsonNode> field : patch.properties()) {
            JsonNode old = tree.get(field.getKey());
            String key = merged ? MergedLists.key(field.getKey()) : null;
            if (old instanceof ObjectNode into && field.getValue() instanceof ObjectNode from) {
                apply(into, from);
            } else if (key != null && old instanceof ArrayNode into && field.getValue() instanceof ArrayNode from) {
                tree.set(field.getKey(), items(key, into, from, from.size()));
            } else {
                tree.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }

    private ArrayNode items(String key, ArrayNode list, ArrayNode patch, int count) {
        Map<String, JsonNode> rest = byKey(key, list);
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < count; i++) {
            JsonNode item = patch.get(i);
            JsonNode old = rest.remove(item.path(key).asText());
            ObjectNode made = old == null ? JsonNodeFactory.instance.objectNode() : ((ObjectNode) old).deepCopy();
            apply(made, (ObjectNode) item);
            result.add(made);
        }
        rest.values().forEach(result::add);
        return result;
    }

    private static Map<String, JsonNode> byKey(String key, ArrayNode list) {
        Map<String, JsonNode> byKey = new LinkedHashMap<>();
        list.forEach(item -> byKey.put(item.path(key).asText(), item));
        return byKey;
    }
}
