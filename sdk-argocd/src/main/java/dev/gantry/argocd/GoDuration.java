package dev.gantry.argocd;

import dev.gantry.extension.Fields;
import dev.gantry.extension.ValueRule;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations as Go writes them, in the largest units that leave no rest: {@code 5s}, {@code 1h30m}. */
final class GoDuration {

    private GoDuration() {}

    /** Writes a duration of at least a second, in whole seconds. */
    static void set(Fields object, String field, @Nullable Duration value) {
        if (!object.given(field, value) || value == null) {
            return;
        }
        object.set(field, text(value));
        if (value.getNano() != 0 || value.toSeconds() < 1) {
            object.flaw(
                    field,
                    ValueRule.DURATION,
                    value + " is not a duration that this field takes.",
                    "Give whole seconds, at least one.");
        }
    }

    private static String text(Duration value) {
        long seconds = value.toSeconds();
        StringBuilder text = new StringBuilder();
        long[] lengths = {3600, 60, 1};
        for (int i = 0; i < lengths.length; i++) {
            long count = seconds / lengths[i];
            if (count != 0) {
                text.append(count).append("hms".charAt(i));
                seconds -= count * lengths[i];
            }
        }
        return text.isEmpty() ? "0s" : text.toString();
    }
}
