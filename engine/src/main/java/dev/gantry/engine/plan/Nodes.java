package dev.gantry.engine.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;

/** Compares values as a server does: a number is the same in all its types. */
final class Nodes {

    private static final Comparator<JsonNode> VALUES = (one, other) ->
            one.isNumber() && other.isNumber() && one.decimalValue().compareTo(other.decimalValue()) == 0
                    ? 0
                    : one.equals(other) ? 0 : 1;

    private Nodes() {}

    static boolean same(JsonNode one, JsonNode other) {
        return one.equals(VALUES, other);
    }

    /** Whether there is no value, in any of the ways to say so. */
    static boolean isAbsent(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }
}
