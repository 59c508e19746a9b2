package dev.gantry.argocd;

import dev.gantry.extension.Fields;
import dev.gantry.extension.GoDuration;
import dev.gantry.extension.ValueRule;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Fields that hold a duration, as Go writes it. */
final class Durations {

    private Durations() {}

    /** Writes a duration of at least a second, in whole seconds. */
    static void set(Fields object, String field, @Nullable Duration value) {
        if (!object.given(field, value) || value == null) {
            return;
        }
        object.set(field, GoDuration.text(value));
        if (value.getNano() != 0 || value.toSeconds() < 1) {
            object.flaw(
                    field,
                    ValueRule.DURATION,
                    value + " is not a duration that this field takes.",
                    "Give whole seconds, at least one.");
        }
    }
}
