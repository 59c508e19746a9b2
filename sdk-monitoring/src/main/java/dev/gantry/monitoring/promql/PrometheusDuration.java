package dev.gantry.monitoring.promql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Leaf;
import dev.gantry.extension.ValueRule;
import java.time.Duration;
import java.util.List;

/**
 * A duration as Prometheus writes it, such as {@code 1h30m}.
 *
 * @param value 0 or more, in whole milliseconds
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/basics/#float-literals-and-time-durations">Time
 *     durations</a>
 */
@CheckReturnValue
public record PrometheusDuration(Duration value) implements Leaf {

    /** A duration. */
    public static PrometheusDuration of(Duration value) {
        return new PrometheusDuration(value);
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(toString());
    }

    @Override
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public List<Flaw> flaws() {
        if (value == null) {
            return List.of(Flaw.missing());
        }
        boolean fits = !value.isNegative() && value.getNano() % 1_000_000 == 0;
        return fits
                ? List.of()
                : List.of(new Flaw(
                        ValueRule.DURATION,
                        value + " is not a duration that Prometheus can keep.",
                        "Give a duration of 0 or more, in whole milliseconds."));
    }

    /** Such as {@code 30s}, {@code 5m} or {@code 1d12h}. */
    @Override
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public String toString() {
        if (value == null || value.isZero()) {
            return "0s";
        }
        StringBuilder text = new StringBuilder(value.isNegative() ? "-" : "");
        Duration rest = value.abs();
        append(text, rest.toDaysPart(), "d");
        append(text, rest.toHoursPart(), "h");
        append(text, rest.toMinutesPart(), "m");
        append(text, rest.toSecondsPart(), "s");
        append(text, rest.toMillisPart(), "ms");
        return text.toString();
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount > 0) {
            text.append(amount).append(unit);
        }
    }
}
