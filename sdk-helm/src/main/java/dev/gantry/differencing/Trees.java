package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.ContentHashNode;
import dev.gantry.field.FieldDifference;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;

/** Trees of runs, compared by what they say. */
final class Trees {

    private Trees() {}

    /** Whether two lists have the same trees, in their order. */
    static boolean same(List<? extends JsonNode> one, List<? extends JsonNode> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!FieldDifference.areSame(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Compares trees, but for hashes of what ConfigMaps hold. */
    static final class ButHashes implements Comparator<JsonNode> {

        private boolean met;

        /** Whether there were any hashes. */
        boolean met() {
            return met;
        }

        /** Whether two lists have the same trees otherwise. */
        boolean areSame(List<? extends JsonNode> one, List<? extends JsonNode> other) {
            if (one.size() != other.size()) {
                return false;
            }
            for (int i = 0; i < one.size(); i++) {
                if (!one.get(i).equals(this, other.get(i))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int compare(JsonNode one, JsonNode other) {
            boolean hash = one instanceof ContentHashNode;
            met = met || hash;
            return hash || FieldDifference.areSame(one, other) ? 0 : 1;
        }
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

    /** The elements of a list of texts as one text. */
    static String joined(JsonNode list, String separator) {
        StringJoiner joined = new StringJoiner(separator);
        list.forEach(element -> joined.add(element.asText()));
        return joined.toString();
    }
}
