package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Label selectors of the form that has {@code matchLabels} and {@code matchExpressions}. */
public final class Selectors {

    private Selectors() {}

    /** Whether a selector asks for nothing, so that everything matches it. */
    public static boolean isEmpty(JsonNode selector) {
        return selector.path("matchLabels").isEmpty()
                && selector.path("matchExpressions").isEmpty();
    }

    /** Whether these labels are what a selector asks for. */
    public static boolean matches(JsonNode selector, JsonNode labels) {
        return contains(labels, selector.path("matchLabels")) && matchesExpressions(selector, labels);
    }

    /** Whether all of the wanted labels are among these. */
    public static boolean contains(JsonNode labels, JsonNode wanted) {
        for (Map.Entry<String, JsonNode> label : wanted.properties()) {
            JsonNode present = labels.get(label.getKey());
            if (present == null || !present.asText().equals(label.getValue().asText())) {
                return false;
            }
        }
        return true;
    }

    /** Whether these labels are what the expressions of a selector ask for. */
    static boolean matchesExpressions(JsonNode selector, JsonNode labels) {
        for (JsonNode expression : selector.path("matchExpressions")) {
            if (!asks(expression, labels)) {
                return false;
            }
        }
        return true;
    }

    /** Whether these labels are what one expression asks for. */
    static boolean asks(JsonNode expression, JsonNode labels) {
        JsonNode value = labels.path(expression.path("key").asText());
        boolean listed = false;
        for (JsonNode candidate : expression.path("values")) {
            listed |= !value.isMissingNode() && candidate.asText().equals(value.asText());
        }
        return switch (expression.path("operator").asText()) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> !value.isMissingNode();
            case "DoesNotExist" -> value.isMissingNode();
            default -> true;
        };
    }
}
