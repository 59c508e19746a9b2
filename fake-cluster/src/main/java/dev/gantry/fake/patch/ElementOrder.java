package dev.gantry.fake.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.gantry.fake.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order of a list that was merged: elements that a patch names come in its order, and the others before those that they were before.
 *
 * @param key the field that tells elements apart; empty if they are plain values
 * @param patch the elements in the order of the patch
 * @param live the elements in the order that they had
 */
record ElementOrder(String key, JsonNode patch, JsonNode live) {

    ArrayNode of(ArrayNode merged) {
        List<JsonNode> named = new ArrayList<>();
        List<JsonNode> others = new ArrayList<>();
        merged.forEach(item -> (find(patch, key, item) >= 0 ? named : others).add(item));
        named.sort(Comparator.comparingInt(item -> find(patch, key, item)));
        ArrayNode ordered = Json.array();
        int next = 0;
        for (JsonNode item : named) {
            while (next < others.size() && wasBefore(others.get(next), item)) {
                ordered.add(others.get(next++));
            }
            ordered.add(item);
        }
        return ordered.addAll(others.subList(next, others.size()));
    }

    private boolean wasBefore(JsonNode one, JsonNode other) {
        int first = find(live, key, one);
        int second = find(live, key, other);
        return first >= 0 && second >= 0 && first < second;
    }

    static int find(JsonNode list, String key, JsonNode item) {
        for (int i = 0; i < list.size(); i++) {
            boolean same = key.isEmpty()
                    ? list.get(i).equals(item)
                    : list.get(i).path(key).equals(item.path(key));
            if (same) {
                return i;
            }
        }
        return -1;
    }
}
