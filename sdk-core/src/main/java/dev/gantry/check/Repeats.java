package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the items of a list that say the same as an earlier one. */
public final class Repeats {

    /** Below this, comparing all pairs is faster than a map. */
    private static final int FEW = 12;

    /** Takes a pair of items that say the same. */
    @FunctionalInterface
    public interface Pair {
        /** Takes the places of both in their list. */
        void take(int first, int second);
    }

    private Repeats() {}

    /** Calls back for every item whose key an earlier item has too, with the first such item; null and empty are no keys. */
    public static void find(JsonNode list, Function<JsonNode, @Nullable String> key, Pair found) {
        int size = list.size();
        if (size < 2) {
            return;
        }
        @Nullable String[] keys = new @Nullable String[size];
        for (int i = 0; i < size; i++) {
            keys[i] = key.apply(list.get(i));
        }
        Map<String, Integer> seen = size > FEW ? new HashMap<>() : Map.of();
        for (int i = 0; i < size; i++) {
            String text = keys[i];
            if (text != null && !text.isEmpty()) {
                Integer first = size > FEW ? seen.putIfAbsent(text, i) : earlier(keys, i);
                if (first != null) {
                    found.take(first, i);
                }
            }
        }
    }

    /** The text of a field as a key. */
    public static Function<JsonNode, @Nullable String> field(String name) {
        return item -> item.path(name).asText();
    }

    private static @Nullable Integer earlier(@Nullable String[] keys, int index) {
        String text = keys[index];
        for (int i = 0; i < index; i++) {
            if (text != null && text.equals(keys[i])) {
                return i;
            }
        }
        return null;
    }
}
