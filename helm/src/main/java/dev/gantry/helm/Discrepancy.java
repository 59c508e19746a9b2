package dev.gantry.helm;

import dev.gantry.bundle.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is not as it is claimed, for one sample.
 *
 * @param rule what kind of thing it is
 * @param resource the object, as people name it; {@code null} if it is about the chart
 * @param field of the object; {@code null} if it is about the whole
 * @param message what is wrong, without the sample
 * @param hint what is at the place that the message names; empty if nothing is known
 */
record Discrepancy(
        ChartRule rule, @Nullable String resource, @Nullable String field, String message, String hint) {

    /** About the chart. */
    static Discrepancy of(ChartRule rule, String message, String hint) {
        return new Discrepancy(rule, null, null, message, hint);
    }

    /** About an object as a whole. */
    static Discrepancy of(ChartRule rule, ResourceId object, String message) {
        return new Discrepancy(rule, object.toString(), null, message, "");
    }

    /** Equal for what is to be told once, however many samples show it, and with whatever values. */
    String key() {
        return rule + "|" + resource + "|" + field + "|" + (resource == null ? message : "");
    }
}
