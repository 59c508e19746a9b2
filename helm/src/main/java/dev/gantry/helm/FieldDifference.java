package dev.gantry.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field that two trees do not agree about. The order of fields does not matter, and numbers are equal if their values are.
 *
 * @param path such as {@code spec.ports[0].port}
 * @param expected what the program says; {@code null} if nothing
 * @param rendered what the chart says; {@code null} if nothing
 */
record FieldDifference(
        String path, @Nullable JsonNode expected, @Nullable JsonNode rendered) {

    private static final int LONGEST = 100;
    private static final JsonNode HIDDEN = TextNode.valueOf("(hidden)");

    /** All that differs, in the order of the fields of the expected tree. */
    static List<FieldDifference> between(JsonNode expected, JsonNode rendered) {
        List<FieldDifference> found = new ArrayList<>();
        compare("", expected, rendered, found);
        return found;
    }

    /** Both values in words, such as {@code 3 where the program makes 5}. */
    String inWords() {
        return shown(rendered) + " where the program makes " + shown(expected);
    }

    /** The same without the values. */
    FieldDifference masked() {
        return new FieldDifference(path, hidden(expected), hidden(rendered));
    }

    private static void compare(
            String path, @Nullable JsonNode expected, @Nullable JsonNode rendered, List<FieldDifference> found) {
        if (expected instanceof ObjectNode one && rendered instanceof ObjectNode other) {
            Set<String> names = new LinkedHashSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compare(child(path, name), one.get(name), other.get(name), found);
            }
        } else if (expected instanceof ArrayNode one && rendered instanceof ArrayNode other) {
            for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                compare(path + "[" + i + "]", one.get(i), other.get(i), found);
            }
        } else if (expected == null || rendered == null || !isEqual(expected, rendered)) {
            found.add(new FieldDifference(path, expected, rendered));
        }
    }

    private static boolean isEqual(JsonNode expected, JsonNode rendered) {
        if (expected.isNumber() && rendered.isNumber()) {
            return expected.decimalValue().compareTo(rendered.decimalValue()) == 0;
        }
        return expected.equals(rendered);
    }

    private static String child(String parent, String name) {
        boolean plain = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
        return plain ? (parent.isEmpty() ? name : parent + "." + name) : parent + "[\"" + name + "\"]";
    }

    private static String shown(@Nullable JsonNode value) {
        if (value == null) {
            return "nothing";
        }
        String text = value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static @Nullable JsonNode hidden(@Nullable JsonNode value) {
        return value == null ? null : HIDDEN;
    }
}
