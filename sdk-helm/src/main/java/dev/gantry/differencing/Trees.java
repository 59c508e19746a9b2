package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.ContentHashNode;
import dev.gantry.field.FieldDifference;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;

/** Trees of runs, compared by what they say. */
final class Trees {

    private static final Comparator<JsonNode> BUT_HASHES =
            (one, other) -> one instanceof ContentHashNode || FieldDifference.areSame(one, other) ? 0 : 1;

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

    /** Whether two lists have the same trees, where hashes of what ConfigMaps hold are not looked at. */
    static boolean sameButHashes(List<? extends JsonNode> one, List<? extends JsonNode> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).equals(BUT_HASHES, other.get(i))) {
                return false;
            }
        }
        return true;
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
