package dev.gantry.fake.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.schema.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays a configuration over a live object. */
final class Merging {

    private Merging() {}

    static JsonNode merge(@Nullable Type type, JsonNode live, JsonNode configuration) {
        if (type == null || Descent.isLeaf(type) || !sameForm(live, configuration)) {
            return configuration.deepCopy();
        }
        if (type.form() == Type.Form.LIST) {
            return lists(type, (ArrayNode) live, (ArrayNode) configuration);
        }
        if (!live.isObject()) {
            return configuration.deepCopy();
        }
        ObjectNode merged = (ObjectNode) live.deepCopy();
        configuration.properties().forEach(entry -> {
            JsonNode before = live.path(entry.getKey());
            merged.set(
                    entry.getKey(),
                    before.isMissingNode()
                            ? entry.getValue().deepCopy()
                            : merge(type.child(entry.getKey()), before, entry.getValue()));
        });
        return merged;
    }

    private static boolean sameForm(JsonNode live, JsonNode configuration) {
        return live.getNodeType() == configuration.getNodeType() && live.isContainerNode();
    }

    /**
     * Elements that both have come in the order of the configuration; those that only the live object has stay between the same
     * neighbours as far as that order allows.
     */
    private static ArrayNode lists(Type type, ArrayNode live, ArrayNode configuration) {
        Map<PathElement, JsonNode> wanted = index(type, configuration);
        Map<PathElement, JsonNode> present = index(type, live);
        Set<PathElement> done = new LinkedHashSet<>();
        ArrayNode merged = Json.array();
        List<PathElement> order = new ArrayList<>(wanted.keySet());
        int next = 0;
        for (Map.Entry<PathElement, JsonNode> item : present.entrySet()) {
            if (!wanted.containsKey(item.getKey())) {
                merged.add(item.getValue().deepCopy());
                continue;
            }
            if (done.contains(item.getKey())) {
                continue;
            }
            if (isLaterThanAnotherSharedOne(order, next, item.getKey(), present, done)) {
                continue;
            }
            while (next < order.size()) {
                PathElement step = order.get(next++);
                merged.add(element(type, step, present, wanted));
                done.add(step);
                if (step.equals(item.getKey())) {
                    break;
                }
            }
        }
        for (PathElement step : order) {
            if (done.add(step)) {
                merged.add(element(type, step, present, wanted));
            }
        }
        return merged;
    }

    private static boolean isLaterThanAnotherSharedOne(
            List<PathElement> order,
            int next,
            PathElement step,
            Map<PathElement, JsonNode> present,
            Set<PathElement> done) {
        for (int i = next; i < order.size(); i++) {
            if (order.get(i).equals(step)) {
                return false;
            }
            if (present.containsKey(order.get(i)) && !done.contains(order.get(i))) {
                return true;
            }
        }
        return true;
    }

    private static JsonNode element(
            Type type, PathElement step, Map<PathElement, JsonNode> present, Map<PathElement, JsonNode> wanted) {
        JsonNode configuration = wanted.getOrDefault(step, MissingNode.getInstance());
        JsonNode live = present.get(step);
        return live == null ? configuration.deepCopy() : merge(type.element(), live, configuration);
    }

    private static Map<PathElement, JsonNode> index(Type type, ArrayNode list) {
        Map<PathElement, JsonNode> index = new LinkedHashMap<>();
        for (JsonNode item : list) {
            PathElement step = PathElement.of(type, item);
            if (step != null) {
                index.putIfAbsent(step, item);
            }
        }
        return index;
    }
}
