package dev.gantry.engine.plan.effect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How effects are worded. */
final class Sentence {

    private Sentence() {}

    /** {@code 1 pod}, {@code 6 pods}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 1 pod restarts}, {@code 6 pods restart}. */
    static String count(long number, String noun, String verb) {
        return count(number, noun) + " " + verb + (number == 1 ? "s" : "");
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String list(Collection<String> words) {
        List<String> all = List.copyOf(words);
        int last = all.size() - 1;
        return last <= 0 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }

    /** {@code app=web, team=shop}; {@code everything} if there is no condition. */
    static String labels(JsonNode selector) {
        JsonNode labels = selector.has("matchLabels") || selector.has("matchExpressions")
                ? selector.path("matchLabels")
                : selector;
        SortedMap<String, String> sorted = new TreeMap<>();
        for (Map.Entry<String, JsonNode> label : labels.properties()) {
            sorted.put(label.getKey(), label.getKey() + "=" + label.getValue().asText());
        }
        for (JsonNode each : selector.path("matchExpressions")) {
            String values = each.path("values").isEmpty() ? "" : " " + each.path("values");
            sorted.put(
                    each.path("key").asText() + " ",
                    each.path("key").asText() + " " + each.path("operator").asText() + values);
        }
        return sorted.isEmpty() ? "everything" : String.join(", ", sorted.values());
    }

    /** A value, or what stands for it where there is none. */
    static String text(JsonNode value, String absent) {
        return value.isMissingNode() || value.isNull() ? absent : value.asText();
    }
}
