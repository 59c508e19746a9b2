package dev.gantry.monitoring;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.GoDuration;
import dev.gantry.extension.ValueRule;
import dev.gantry.monitoring.promql.PrometheusDuration;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields that hold a duration. */
final class Durations {

    private Durations() {}

    /** Writes a duration of 0 or more as Prometheus does. */
    static void set(Fields owner, String field, @Nullable Duration value) {
        if (owner.given(field, value) && value != null) {
            owner.set(field, PrometheusDuration.of(value));
        }
    }

    /** Writes a duration as Prometheus does, which must not be 0. */
    static void setPositive(Fields owner, String field, @Nullable Duration value) {
        set(owner, field, value);
        if (value != null && value.isZero()) {
            owner.flaws(field, List.of(zero()));
        }
    }

    /** Writes a duration as Go does, which knows no days. */
    static void setGo(Fields owner, String field, @Nullable Duration value) {
        if (!owner.given(field, value) || value == null) {
            return;
        }
        owner.set(field, GoDuration.text(value));
        owner.flaws(field, PrometheusDuration.of(value).flaws());
        if (!value.isNegative() && value.toMillis() == 0) {
            owner.flaws(field, List.of(zero()));
        }
    }

    private static Flaw zero() {
        return new Flaw(ValueRule.DURATION, "A duration of 0 is out of range.", "Give a longer duration.");
    }
}
