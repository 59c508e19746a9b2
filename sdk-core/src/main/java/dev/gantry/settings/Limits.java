package dev.gantry.settings;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the annotations of a component say of its values.
 *
 * @param min the least number; {@code null} if nothing is said
 * @param max the greatest number; {@code null} if nothing is said
 * @param samples values that make sense
 */
record Limits(@Nullable Long min, @Nullable Long max, List<String> samples) {

    static final Limits NONE = new Limits(null, null, List.of());

    static Limits of(RecordComponent component) {
        Range range = component.getAnnotation(Range.class);
        Samples samples = component.getAnnotation(Samples.class);
        if (range == null && samples == null) {
            return NONE;
        }
        return new Limits(
                range == null || range.min() == Long.MIN_VALUE ? null : range.min(),
                range == null || range.max() == Long.MAX_VALUE ? null : range.max(),
                samples == null ? List.of() : List.of(samples.value()));
    }

    /** Whether a number, or the size of a list or mapping, is out of bounds. */
    boolean excludes(double number) {
        return (min != null && number < min) || (max != null && number > max);
    }

    /** The bounds, as a message says them after "must be". */
    String wanted() {
        if (min == null) {
            return "at most " + max;
        }
        return max == null ? "at least " + min : "from " + min + " to " + max;
    }
}
