package dev.gantry.fake.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.schema.Field;
import dev.gantry.fake.schema.Type;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A merge patch that knows lists whose elements have keys, and has directives.
 *
 * @see <a href="https://github.com/kubernetes/community/blob/main/contributors/devel/sig-api-machinery/strategic-merge-patch.md">Strategic merge patch</a>
 */
public final class StrategicMergePatch {

    private static final String DIRECTIVE = "$patch";
    private static final String RETAIN = "$retainKeys";
    private static final String DELETE_VALUES = "$deleteFromPrimitiveList/";
    private static final String ORDER = "$setElementOrder/";

    private StrategicMergePatch() {}

    /** The object with the patch. */
    public static JsonNode apply(Type type, JsonNode patch, ObjectNode object) {
        if (!(patch instanceof ObjectNode fields)) {
            throw new PatchException("invalid JSON document", false);
        }
        return object(type, fields, object);
    }

    private static ObjectNode object(@Nullable Type type, ObjectNode patch, ObjectNode live) {
        String directive = Json.text(patch, DIRECTIVE);
        if (directive.equals("replace")) {
            return patch.deepCopy().without(DIRECTIVE);
        }
        if (directive.equals("delete")) {
            return Json.object();
        }
        ObjectNode result = live.deepCopy();
        retain(patch, result);
        patch.properties().forEach(entry -> {
            String key = entry.getKey();
            if (key.startsWith(DELETE_VALUES)) {
                deleteValues(result, key.substring(DELETE_VALUES.length()), entry.getValue());
            } else if (!key.startsWith("$")) {
                field(type, key, entry.getValue(), result);
            }
        });
        patch.properties().forEach(entry -> {
            if (entry.getKey().startsWith(ORDER)) {
                String key = entry.getKey().substring(ORDER.length());
                order(type, result, key, entry.getValue(), live);
            }
        });
        return result;
    }

    private static void retain(ObjectNode patch, ObjectNode result) {
        if (patch.has(RETAIN)) {
            Set<String> retained = new HashSet<>();
            patch.get(RETAIN).forEach(key -> retained.add(key.asText()));
            result.properties().removeIf(entry -> !retained.contains(entry.getKey()));
        }
    }

    private static void field(@Nullable Type type, String key, JsonNode value, ObjectNode result) {
        Type child = type == null ? null : type.child(key);
        JsonNode live = result.path(key);
        if (value.isNull()) {
            result.remove(key);
        } else if (value instanceof ObjectNode object) {
            result.set(key, object(child, object, live instanceof ObjectNode old ? old : Json.object()));
        } else if (value instanceof ArrayNode list && rule(type, key).merges()) {
            if (live instanceof ArrayNode old) {
                String mergeKey = rule(type, key).key();
                result.set(key, new ElementOrder(mergeKey, list, old).of(list(child, mergeKey, list, old)));
            } else {
                result.set(key, withoutDirectives(list));
            }
        } else {
            result.set(key, value.deepCopy());
        }
    }

    private static ArrayNode withoutDirectives(ArrayNode patch) {
        ArrayNode plain = Json.array();
        patch.forEach(item -> {
            if (!item.has(DIRECTIVE)) {
                plain.add(item.deepCopy());
            }
        });
        return plain;
    }

    private static Field.MergeRule rule(@Nullable Type type, String key) {
        Field field = type == null ? null : type.fields().get(key);
        return field == null ? Field.MergeRule.REPLACE : field.merge();
    }

    private static ArrayNode list(@Nullable Type type, String key, ArrayNode patch, ArrayNode live) {
        ArrayNode result = live.deepCopy();
        for (JsonNode item : patch) {
            if (Json.text(item, DIRECTIVE).equals("replace")) {
                return withoutDirectives(patch);
            }
            int index = ElementOrder.find(result, key, item);
            if (key.isEmpty()) {
                if (index < 0) {
                    result.add(item.deepCopy());
                }
            } else if (Json.text(item, DIRECTIVE).equals("delete")) {
                for (int i = index; i >= 0; i = ElementOrder.find(result, key, item)) {
                    result.remove(i);
                }
            } else if (index < 0) {
                result.add(object(type == null ? null : type.element(), (ObjectNode) item, Json.object()));
            } else {
                result.set(index, object(type == null ? null : type.element(), (ObjectNode) item, (ObjectNode)
                        result.get(index)));
            }
        }
        return result;
    }

    private static void deleteValues(ObjectNode result, String key, JsonNode values) {
        Set<JsonNode> deleted = new HashSet<>();
        values.forEach(deleted::add);
        if (result.path(key) instanceof ArrayNode list) {
            ArrayNode kept = Json.array();
            list.forEach(item -> {
                if (!deleted.contains(item)) {
                    kept.add(item);
                }
            });
            result.set(key, kept);
        }
    }

    private static void order(@Nullable Type type, ObjectNode result, String key, JsonNode order, ObjectNode live) {
        if (result.path(key) instanceof ArrayNode list) {
            result.set(key, new ElementOrder(rule(type, key).key(), order, live.path(key)).of(list));
        }
    }
}
