package dev.gantry.engine.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values on one line. */
final class Values {

    /** How much of what both have is left before the place where they differ. */
    private static final int CONTEXT = 12;

    private Values() {}

    /** A value as people write it: text without quotes where nothing else could be meant. */
    static String inline(JsonNode value) {
        if (value.isTextual()) {
            return text(value.textValue());
        }
        if (value.isObject()) {
            List<String> fields = new ArrayList<>();
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                fields.add(text(field.getKey()) + ": " + inline(field.getValue()));
            }
            return "{" + String.join(", ", fields) + "}";
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(inline(item)));
            return "[" + String.join(", ", items) + "]";
        }
        return value.asText();
    }

    private static String text(String text) {
        boolean plain = !text.isEmpty()
                && text.equals(text.strip())
                && SafeText.of(text).equals(text)
                && !text.matches("[-+.]?[0-9][0-9.eE+_-]*|true|false|null|~")
                && text.chars().noneMatch(c -> c == '"' || c == '→');
        return plain ? text : '"' + SafeText.of(text).replace("\"", "\\\"") + '"';
    }

    static boolean isLong(JsonNode value, int width) {
        return value.isContainerNode() && inline(value).length() > width;
    }

    static boolean hasLines(JsonNode value) {
        return value.isTextual() && value.textValue().strip().indexOf('\n') >= 0;
    }

    /** The text, or its beginning. */
    static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(1, width - 1)) + "…";
    }

    /** {@code before → after}; where both are long, from the place where they differ. */
    static String pair(String before, String after, int width) {
        if (before.length() + after.length() + 3 <= width) {
            return before + " → " + after;
        }
        int half = Math.max(20, (width - 3) / 2);
        int common = 0;
        while (common < Math.min(before.length(), after.length()) && before.charAt(common) == after.charAt(common)) {
            common++;
        }
        int from = common < half - CONTEXT ? 0 : common - CONTEXT;
        return cut(from(before, from), half) + " → " + cut(from(after, from), half);
    }

    private static String from(String text, int start) {
        return start == 0 ? text : "…" + text.substring(start);
    }
}
