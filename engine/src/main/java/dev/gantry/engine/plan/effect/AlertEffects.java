package dev.gantry.engine.plan.effect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which alerts and recording rules come, go, or are others. */
final class AlertEffects {

    private AlertEffects() {}

    static void describe(Change change) {
        if (change.kind().equals("monitoring.coreos.com/PrometheusRule")) {
            compare(change, "alert", "alert");
            compare(change, "record", "recording rule");
        }
    }

    private static void compare(Change change, String field, String noun) {
        Map<String, List<JsonNode>> old = rules(change.old("groups"), field);
        Map<String, List<JsonNode>> current = rules(change.current("groups"), field);
        current.forEach((name, rules) -> {
            List<JsonNode> were = old.getOrDefault(name, List.of());
            if (were.isEmpty()) {
                change.say(noun + " " + name + " is added");
            } else if (!were.equals(rules)) {
                change.say(noun + " " + name + " changes (" + String.join(", ", fields(were, rules)) + ")");
            }
        });
        old.keySet().stream()
                .filter(name -> !current.containsKey(name))
                .forEach(name -> change.say(noun + " " + name + " is removed"));
    }

    /** The names of the rules, in their order. */
    static List<String> names(JsonNode spec, String field) {
        return List.copyOf(rules(spec.path("groups"), field).keySet());
    }

    private static Map<String, List<JsonNode>> rules(JsonNode groups, String field) {
        Map<String, List<JsonNode>> rules = new LinkedHashMap<>();
        for (JsonNode group : groups) {
            for (JsonNode rule : group.path("rules")) {
                if (rule.has(field)) {
                    rules.computeIfAbsent(rule.path(field).asText(), name -> new ArrayList<>())
                            .add(rule);
                }
            }
        }
        return rules;
    }

    /** What differs; an alert may have several rules, for several severities. */
    private static List<String> fields(List<JsonNode> old, List<JsonNode> current) {
        if (old.size() != current.size()) {
            return List.of(Sentence.count(current.size(), "rule") + " instead of " + old.size());
        }
        TreeSet<String> fields = new TreeSet<>();
        for (int i = 0; i < old.size(); i++) {
            JsonNode one = old.get(i);
            JsonNode other = current.get(i);
            one.fieldNames().forEachRemaining(fields::add);
            other.fieldNames().forEachRemaining(fields::add);
        }
        List<String> differing = new ArrayList<>();
        for (String field : fields) {
            for (int i = 0; i < old.size(); i++) {
                if (!old.get(i).path(field).equals(current.get(i).path(field))) {
                    differing.add(field);
                    break;
                }
            }
        }
        return differing;
    }
}
