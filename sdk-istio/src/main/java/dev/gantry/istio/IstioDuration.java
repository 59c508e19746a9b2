package dev.gantry.istio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.GoDuration;
import dev.gantry.extension.Leaf;
import dev.gantry.extension.ValueRule;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A duration as the fields of Istio have it, such as {@code 5s}, or {@code 250ms} where seconds are not fine enough.
 *
 * @param value in whole milliseconds
 * @param least the shortest one that the field takes
 */
public record IstioDuration(Duration value, Duration least) implements Leaf {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    /** Writes a duration of at least one millisecond. */
    public static void write(Fields object, String field, @Nullable Duration value) {
        write(object, field, value, SHORTEST);
    }

    /** Writes a duration that may be zero as well. */
    public static void writeOrZero(Fields object, String field, @Nullable Duration value) {
        write(object, field, value, Duration.ZERO);
    }

    private static void write(Fields object, String field, @Nullable Duration value, Duration least) {
        if (object.given(field, value) && value != null) {
            object.set(field, new IstioDuration(value, least));
        }
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(GoDuration.inSeconds(value));
    }

    @Override
    public List<Flaw> flaws() {
        if (value.getNano() % 1_000_000 != 0) {
            return List.of(new Flaw(
                    ValueRule.DURATION,
                    value + " is not a whole number of milliseconds.",
                    "Round it to milliseconds."));
        }
        return value.compareTo(least) < 0
                ? List.of(new Flaw(
                        ValueRule.DURATION,
                        value + " is out of range.",
                        "Give a duration of at least " + least.toMillis() + " milliseconds."))
                : List.of();
    }
}
