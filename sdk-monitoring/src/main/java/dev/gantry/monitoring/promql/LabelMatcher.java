package dev.gantry.monitoring.promql;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Text;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.ValueRule;
import java.util.ArrayList;
import java.util.List;

/**
 * What a label of a time series must be, such as {@code job="web"}: a part of a selector, and a hole of an expression.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/basics/#instant-vector-selectors">Label
 *     matchers</a>
 */
@CheckReturnValue
public final class LabelMatcher {

    private final Text text;
    private final List<Flaw> flaws;

    private LabelMatcher(Text text, List<Flaw> flaws) {
        this.text = text;
        this.flaws = flaws;
    }

    /** The label has this value: {@code label="value"}. */
    public static LabelMatcher is(String label, String value) {
        return of(label, "=", value);
    }

    /** The label has this value, which is known when all resources have their place: {@code label="value"}. */
    public static LabelMatcher is(String label, Text value) {
        return new LabelMatcher(Text.join(name(label), "=\"", value, "\""), flaws(label));
    }

    /** The label has another value than this: {@code label!="value"}. */
    public static LabelMatcher isNot(String label, String value) {
        return of(label, "!=", value);
    }

    /**
     * The label's whole value matches: {@code label=~"regex"}.
     *
     * @param regex in the syntax of RE2
     */
    public static LabelMatcher matches(String label, String regex) {
        return of(label, "=~", regex);
    }

    /**
     * The label's whole value does not match: {@code label!~"regex"}.
     *
     * @param regex in the syntax of RE2
     */
    public static LabelMatcher matchesNot(String label, String regex) {
        return of(label, "!~", regex);
    }

    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    private static LabelMatcher of(String label, String operator, String value) {
        List<Flaw> flaws = new ArrayList<>(flaws(label));
        if (value == null) {
            flaws.add(Flaw.missing());
        }
        return new LabelMatcher(Text.join(name(label), operator, quoted(value == null ? "" : value)), flaws);
    }

    /** A text as PromQL quotes it. */
    static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /** Names beyond the classic ones stand in quotes, which Prometheus 3 understands. */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    static String name(String label) {
        return label == null ? "" : PromQlNames.isLabel(label) ? label : quoted(label);
    }

    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    static List<Flaw> flaws(String label) {
        if (label == null) {
            return List.of(Flaw.missing());
        }
        return label.isEmpty()
                ? List.of(new Flaw(ValueRule.LABEL, "The name of a label is empty.", "Name the label."))
                : List.of();
    }

    /** The matcher as it stands in an expression. */
    public Text text() {
        return text;
    }

    /** What is wrong with it; empty for a good one. */
    public List<Flaw> flaws() {
        return flaws;
    }
}
