package dev.gantry.monitoring.promql;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Text;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.ValueRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where expressions begin.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/basics/">Querying Prometheus</a>
 */
@CheckReturnValue
public final class PromQl {

    private PromQl() {}

    /**
     * An expression as text.
     *
     * @param text PromQL, in which each {@code %s} is a hole; a text without holes stays as it is
     * @param holes what is put into them, in this order: a {@link LabelMatcher} such as {@code monitor.job()}, another
     *     {@link Expression}, a {@link Text}, a {@link Duration}, or else anything whose {@code toString()} is meant
     */
    public static Expression expr(String text, Object... holes) {
        List<Flaw> flaws = new ArrayList<>(0);
        return new Term(Holes.fill(text, holes, flaws), flaws, 0);
    }

    /** The series of a metric. */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public static VectorSelector metric(String name) {
        if (name == null) {
            return VectorSelector.of("", List.of(Flaw.missing()));
        }
        return VectorSelector.of(
                name,
                name.isEmpty()
                        ? List.of(new Flaw(
                                ValueRule.NAME,
                                "The name of a metric is empty.",
                                "Name the metric, or call series(matchers) for series of any metric."))
                        : List.of());
    }

    /** The series of any metric whose labels are so. */
    public static VectorSelector series(LabelMatcher... conditions) {
        return VectorSelector.of("", List.of()).where(conditions);
    }

    /** A part of a whole: {@code part / whole}. */
    public static Expression ratio(Expression part, Expression whole) {
        return given(part).dividedBy(whole);
    }

    /**
     * The value below which a share of the observations lies: {@code histogram_quantile(share, buckets)}.
     *
     * @param share 0 to 1, such as 0.99
     * @param buckets the rates of the buckets, summed by {@code le} and by what is to be told apart
     */
    public static Expression histogramQuantile(double share, Expression buckets) {
        Expression known = given(buckets);
        List<Flaw> flaws = new ArrayList<>(known.own());
        if (!(share >= 0 && share <= 1)) {
            flaws.add(new Flaw(ValueRule.RANGE, share + " is out of range.", "Give a share from 0 to 1."));
        }
        return new Term(
                Text.join("histogram_quantile(", shown(share), ", ", known.text(), ")"), flaws, Expression.ATOM);
    }

    static Expression number(double value) {
        return new Term(Text.of(shown(value)), List.of(), Expression.ATOM);
    }

    private static String shown(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    private static Expression given(Expression expression) {
        return expression == null ? new Term(Text.of(""), List.of(Flaw.missing()), Expression.ATOM) : expression;
    }
}
