package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.ContentHashNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Trees compared by what they say: numbers by value, fields in any order. */
final class Trees {

    private Trees() {}

    /** Whether two trees say the same. */
    static boolean same(JsonNode one, JsonNode other) {
        return same(one, other, false);
    }

    /** Whether two trees say the same, where hashes of what ConfigMaps hold are not looked at. */
    static boolean sameButHashes(JsonNode one, JsonNode other) {
        return same(one, other, true);
    }

    /** Whether two lists have the same trees, in their order. */
    static boolean sameLists(List<? extends JsonNode> one, List<? extends JsonNode> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!same(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // most trees are the very same, and need not be looked into
    private static boolean same(JsonNode one, JsonNode other, boolean anyHash) {
        if (one == other || (anyHash && one instanceof ContentHashNode)) {
            return true;
        }
        if (one.isNumber() && other.isNumber()) {
            return (one.isIntegralNumber() && other.isIntegralNumber())
                    ? one.bigIntegerValue().equals(other.bigIntegerValue())
                    : one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.isObject() && other.isObject()) {
            if (one.size() != other.size()) {
                return false;
            }
            for (Map.Entry<String, JsonNode> field : one.properties()) {
                JsonNode counterpart = other.get(field.getKey());
                if (counterpart == null || !same(field.getValue(), counterpart, anyHash)) {
                    return false;
                }
            }
            return true;
        }
        if (one.isArray() && other.isArray()) {
            if (one.size() != other.size()) {
                return false;
            }
            Iterator<JsonNode> counterparts = other.iterator();
            for (JsonNode element : one) {
                if (!same(element, counterparts.next(), anyHash)) {
                    return false;
                }
            }
            return true;
        }
        return one.equals(other);
    }

    /** Whether a number is whole. */
    static boolean isWhole(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToLong();
    }

    /** A scalar as it stands in a text. */
    static String text(JsonNode scalar) {
        return scalar.isNumber() && !scalar.isIntegralNumber()
                ? scalar.decimalValue().stripTrailingZeros().toPlainString()
                : scalar.asText();
    }
}
