package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What several versions of an object have in common, so that patches only have to add. */
final class Intersection {

    private final boolean merged;

    /**
     * An intersection of objects of one kind.
     *
     * @param merged whether the kind has lists whose items are merged by key
     */
    Intersection(boolean merged) {
        this.merged = merged;
    }

    /** What all trees have; at least one is needed. */
    ObjectNode of(List<ObjectNode> trees) {
        ObjectNode common = JsonNodeFactory.instance.objectNode();
        for (String field : names(trees.get(0))) {
            List<JsonNode> values = new ArrayList<>(trees.size());
            for (ObjectNode tree : trees) {
                JsonNode value = tree.get(field);
                if (value != null) {
                    values.add(value);
                }
            }
            JsonNode value = values.size() == trees.size() ? common(field, values) : null;
            if (value != null) {
                common.set(field, value);
            }
        }
        return common;
    }

    private @Nullable JsonNode common(String field, List<? extends JsonNode> values) {
        JsonNode first = values.get(0);
        if (values.stream().allMatch(first::equals)) {
            return first.deepCopy();
        }
        if (values.stream().allMatch(JsonNode::isObject)) {
            ObjectNode common = of(values.stream().map(ObjectNode.class::cast).toList());
            return common.isEmpty() ? null : common;
        }
        if (values.stream().allMatch(JsonNode::isArray)) {
            List<ArrayNode> lists = values.stream().map(ArrayNode.class::cast).toList();
            String key = merged ? MergedLists.key(field) : null;
            return key != null && areKeyed(key, lists) ? byKey(key, lists) : byPlace(lists);
        }
        return null;
    }

    private static boolean areKeyed(String key, List<ArrayNode> lists) {
        return lists.stream().allMatch(list -> MergedLists.isKeyed(list, key));
    }

    /** The items that all lists have, if all have them in one order. */
    private @Nullable ArrayNode byKey(String key, List<ArrayNode> lists) {
        ArrayNode common = JsonNodeFactory.instance.arrayNode();
        int[] places = new int[lists.size()];
        for (JsonNode item : lists.get(0)) {
            List<ObjectNode> items = new ArrayList<>();
            for (int i = 0; i < places.length; i++) {
                int place = place(lists.get(i), key, item.path(key));
                if (place < 0) {
                    break;
                }
                if (place < places[i]) {
                    return null;
                }
                items.add((ObjectNode) lists.get(i).get(place));
            }
            if (items.size() == lists.size()) {
                for (int i = 0; i < places.length; i++) {
                    places[i] = place(lists.get(i), key, item.path(key));
                }
                common.add(of(items));
            }
        }
        return common.isEmpty() ? null : common;
    }

    /** Lists of one length whose items have something in common at each place. */
    private @Nullable ArrayNode byPlace(List<ArrayNode> lists) {
        ArrayNode common = JsonNodeFactory.instance.arrayNode();
        int size = lists.get(0).size();
        if (lists.stream().anyMatch(list -> list.size() != size)) {
            return null;
        }
        for (int i = 0; i < size; i++) {
            int place = i;
            List<JsonNode> items = lists.stream().map(list -> list.get(place)).toList();
            boolean alike = items.stream().allMatch(JsonNode::isObject) && MergedLists.areOfOneName(items);
            JsonNode item = alike ? common("", items) : null;
            if (item == null) {
                return null;
            }
            common.add(item);
        }
        return common.isEmpty() ? null : common;
    }

    private static int place(ArrayNode list, String key, JsonNode value) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).path(key).equals(value)) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> names(ObjectNode tree) {
        List<String> names = new ArrayList<>(tree.size());
        tree.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
