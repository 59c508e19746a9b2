package dev.gantry.fake.selection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.fake.failure.ApiError;
import dev.gantry.fake.failure.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A selector of labels.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors">Label selectors</a>
 */
public final class LabelSelector implements Predicate<JsonNode> {

    private static final Pattern SET = Pattern.compile("(\\S+)\\s+(in|notin)\\s+\\(([^)]*)\\)");
    private static final Pattern EQUALITY = Pattern.compile("([^\\s=!]+)\\s*(==|=|!=)\\s*(\\S*)");
    private static final Pattern PRESENCE = Pattern.compile("(!?)\\s*([^\\s=!,()]+)");

    private record Requirement(String key, String operator, List<String> values) {

        boolean holds(JsonNode labels) {
            JsonNode value = labels.get(key);
            boolean among = value != null && values.contains(value.asText());
            return switch (operator) {
                case "in" -> among;
                case "notin" -> !among;
                case "exists" -> value != null;
                default -> value == null;
            };
        }
    }

    private final List<Requirement> requirements;

    private LabelSelector(List<Requirement> requirements) {
        this.requirements = List.copyOf(requirements);
    }

    /** Reads the form that queries have, such as {@code app=web,tier in (a,b),!canary}. */
    public static LabelSelector parse(String text) {
        List<Requirement> requirements = new ArrayList<>();
        for (String part : text.split(",(?![^()]*\\))", -1)) {
            if (!part.isBlank()) {
                requirements.add(requirement(part.strip(), text));
            }
        }
        return new LabelSelector(requirements);
    }

    private static Requirement requirement(String part, String text) {
        Matcher set = SET.matcher(part);
        if (set.matches()) {
            List<String> values = new ArrayList<>();
            for (String value : set.group(3).split(",", -1)) {
                values.add(value.strip());
            }
            return new Requirement(set.group(1), set.group(2), values);
        }
        Matcher equality = EQUALITY.matcher(part);
        if (equality.matches()) {
            return new Requirement(
                    equality.group(1), equality.group(2).equals("!=") ? "notin" : "in", List.of(equality.group(3)));
        }
        Matcher presence = PRESENCE.matcher(part);
        if (presence.matches()) {
            return new Requirement(presence.group(2), presence.group(1).isEmpty() ? "exists" : "absent", List.of());
        }
        throw unreadable(text);
    }

    private static ApiError unreadable(String text) {
        return Refusals.badRequest("unable to parse requirement: found '" + text + "', expected: identifier");
    }

    /** Reads the form that objects have: {@code matchLabels} and {@code matchExpressions}. */
    public static LabelSelector of(JsonNode selector) {
        List<Requirement> requirements = new ArrayList<>();
        selector.path("matchLabels")
                .properties()
                .forEach(label -> requirements.add(new Requirement(
                        label.getKey(), "in", List.of(label.getValue().asText()))));
        for (JsonNode expression : selector.path("matchExpressions")) {
            List<String> values = new ArrayList<>();
            expression.path("values").forEach(value -> values.add(value.asText()));
            String operator = switch (expression.path("operator").asText()) {
                case "In" -> "in";
                case "NotIn" -> "notin";
                case "Exists" -> "exists";
                default -> "absent";
            };
            requirements.add(new Requirement(expression.path("key").asText(), operator, values));
        }
        return new LabelSelector(requirements);
    }

    /** Whether labels are selected. */
    @Override
    public boolean test(JsonNode labels) {
        return requirements.stream().allMatch(requirement -> requirement.holds(labels));
    }
}
