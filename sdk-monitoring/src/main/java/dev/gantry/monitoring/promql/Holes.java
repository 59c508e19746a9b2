package dev.gantry.monitoring.promql;

import dev.gantry.Text;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.ValueRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts with holes, each written as {@code %s}. */
public final class Holes {

    private Holes() {}

    /**
     * Fills the holes of a text, in their order. A text for which no values are given stays as it is.
     *
     * @param values a {@link LabelMatcher}, an {@link Expression}, a {@link Text}, a {@link Duration}, or else anything
     *     whose {@code toString()} is meant
     * @param flaws takes what is wrong, beside what the answer says of itself
     */
    public static Text fill(@Nullable String text, @Nullable Object @Nullable [] values, List<Flaw> flaws) {
        if (text == null || values == null) {
            flaws.add(Flaw.missing());
            return Text.of(text == null ? "" : text);
        }
        if (values.length == 0) {
            return Text.of(text);
        }
        List<Object> parts = new ArrayList<>();
        int from = 0;
        int filled = 0;
        for (int at = text.indexOf("%s"); at >= 0; at = text.indexOf("%s", from)) {
            parts.add(text.substring(from, at));
            if (filled < values.length) {
                parts.add(part(values[filled], flaws));
            }
            filled++;
            from = at + 2;
        }
        parts.add(text.substring(from));
        if (filled != values.length) {
            flaws.add(new Flaw(
                    ValueRule.TEXT,
                    "The text has " + filled + (filled == 1 ? " hole" : " holes") + " (%s), but " + values.length
                            + (values.length == 1 ? " value was" : " values were") + " given.",
                    "Write %s once for each value."));
        }
        return Text.join(parts.toArray());
    }

    private static Object part(@Nullable Object value, List<Flaw> flaws) {
        if (value instanceof LabelMatcher matcher) {
            flaws.addAll(matcher.flaws());
            return matcher.text();
        }
        if (value instanceof Expression expression) {
            flaws.addAll(expression.own());
            return expression.text();
        }
        if (value instanceof Duration duration) {
            flaws.addAll(PrometheusDuration.of(duration).flaws());
            return PrometheusDuration.of(duration);
        }
        if (value == null) {
            flaws.add(Flaw.missing());
            return "";
        }
        return value;
    }
}
