package dev.gantry.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field that two trees do not agree about. The order of fields does not matter, and numbers are equal if their values are.
 *
 * @param path such as {@code spec.ports[0].port}; empty for the trees as a whole
 * @param from what the first tree has; {@code null} if nothing
 * @param to what the second tree has; {@code null} if nothing
 */
public record FieldDifference(
        String path, @Nullable JsonNode from, @Nullable JsonNode to) {

    private static final JsonNode HIDDEN = TextNode.valueOf("(hidden)");

    /** Tells values apart as {@link JsonNode#equals(Comparator, JsonNode)} wants it told: a number is the same in all its types. */
    private static final Comparator<JsonNode> VALUES = (one, other) ->
            one.isNumber() && other.isNumber() && one.decimalValue().compareTo(other.decimalValue()) == 0
                    ? 0
                    : one.equals(other) ? 0 : 1;

    /** All that differs, in the order of the first tree's fields. */
    public static List<FieldDifference> between(JsonNode from, JsonNode to) {
        List<FieldDifference> found = new ArrayList<>(0);
        compare("", from, to, found);
        return found;
    }

    /** Whether two trees agree about every field. */
    @SuppressWarnings("ReferenceEquality") // trees that are the very same need not be looked into
    public static boolean areSame(JsonNode one, JsonNode other) {
        return one == other || one.equals(VALUES, other);
    }

    /** The same without the values of a Secret. */
    public FieldDifference masked(String kind) {
        boolean secret = kind.equals("Secret") && (path.startsWith("data") || path.startsWith("stringData"));
        return secret ? new FieldDifference(path, hidden(from), hidden(to)) : this;
    }

    private static void compare(
            String path, @Nullable JsonNode from, @Nullable JsonNode to, List<FieldDifference> found) {
        if (from instanceof ObjectNode one && to instanceof ObjectNode other) {
            Set<String> names = new LinkedHashSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compare(FieldPath.child(path, name), one.get(name), other.get(name), found);
            }
        } else if (from instanceof ArrayNode one && to instanceof ArrayNode other) {
            for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                compare(FieldPath.item(path, i), one.get(i), other.get(i), found);
            }
        } else if (from == null || to == null || !areSame(from, to)) {
            found.add(new FieldDifference(path, from, to));
        }
    }

    private static @Nullable JsonNode hidden(@Nullable JsonNode value) {
        return value == null ? null : HIDDEN;
    }
}
