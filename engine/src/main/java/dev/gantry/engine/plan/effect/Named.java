package dev.gantry.engine.plan.effect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Lists of things with names. */
final class Named {

    private Named() {}

    /** The items by name; by their number, from 1, if one of them has no name, or that of another. */
    static Map<String, JsonNode> of(JsonNode list) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        Map<String, JsonNode> numbered = new LinkedHashMap<>();
        for (JsonNode item : list) {
            numbered.put(Integer.toString(numbered.size() + 1), item);
            if (item.path("name").isTextual()) {
                named.put(item.path("name").asText(), item);
            }
        }
        return named.size() == numbered.size() ? named : numbered;
    }

    /** Says a sentence about those that are among the first, and not among the others; nothing if there are none. */
    static void say(Change change, String sentence, Collection<String> some, Collection<String> others) {
        Set<String> only = new LinkedHashSet<>(some);
        only.removeAll(others);
        if (!only.isEmpty()) {
            change.say(sentence.replace("%s", Sentence.list(only)));
        }
    }
}
