package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Label selectors of final trees, as a cluster understands them. */
public final class SelectorMatch {

    private SelectorMatch() {}

    /** Whether labels meet all of a selector's {@code matchLabels} and {@code matchExpressions}; an empty one takes all. */
    public static boolean matches(JsonNode selector, JsonNode labels) {
        for (Map.Entry<String, JsonNode> label : selector.path("matchLabels").properties()) {
            JsonNode present = labels.get(label.getKey());
            if (present == null || !present.asText().equals(label.getValue().asText())) {
                return false;
            }
        }
        for (JsonNode expression : selector.path("matchExpressions")) {
            if (!meets(expression, labels)) {
                return false;
            }
        }
        return true;
    }

    /** Whether labels meet one of {@code matchExpressions}. */
    static boolean meets(JsonNode expression, JsonNode labels) {
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
