package dev.gantry.monitoring.promql;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Text;
import dev.gantry.extension.Flaw;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The series of a metric, or some of them, such as {@code http_requests_total{job="web"}}.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/basics/#time-series-selectors">Time series
 *     selectors</a>
 */
@CheckReturnValue
public final class VectorSelector extends Expression {

    private final String metric;
    private final List<LabelMatcher> matchers;
    private final Text offset;

    private VectorSelector(String metric, List<LabelMatcher> matchers, Text offset, List<Flaw> flaws) {
        super(Text.join(selector(metric, matchers), offset), flaws, ATOM);
        this.metric = metric;
        this.matchers = matchers;
        this.offset = offset;
    }

    static VectorSelector of(String metric, List<Flaw> flaws) {
        return new VectorSelector(metric, List.of(), Text.of(""), flaws);
    }

    private static Text selector(String metric, List<LabelMatcher> matchers) {
        boolean plain = metric.isEmpty() || PromQlNames.isMetric(metric);
        Text inBraces = plain ? Text.of("") : Text.of(LabelMatcher.quoted(metric));
        for (int i = 0; i < matchers.size(); i++) {
            inBraces = Text.join(
                    inBraces, i == 0 && plain ? "" : ",", matchers.get(i).text());
        }
        Text braces = plain && matchers.isEmpty() ? Text.of("") : Text.join("{", inBraces, "}");
        return Text.join(plain ? metric : "", braces);
    }

    /** Keeps the series whose labels are so. */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public VectorSelector where(LabelMatcher... conditions) {
        List<Flaw> all = new ArrayList<>(own());
        List<LabelMatcher> more = new ArrayList<>(matchers);
        if (conditions == null) {
            all.add(Flaw.missing());
        } else {
            for (LabelMatcher condition : conditions) {
                if (condition == null) {
                    all.add(Flaw.missing());
                } else {
                    more.add(condition);
                    all.addAll(condition.flaws());
                }
            }
        }
        return new VectorSelector(metric, more, offset, all);
    }

    /** Keeps the series with this label: {@code label="value"}. */
    public VectorSelector where(String label, String value) {
        return where(LabelMatcher.is(label, value));
    }

    /**
     * The series as they were some time ago: {@code offset}.
     *
     * @param ago in whole milliseconds
     */
    public VectorSelector offset(Duration ago) {
        PrometheusDuration shown = PrometheusDuration.of(ago);
        List<Flaw> all = new ArrayList<>(own());
        all.addAll(shown.flaws());
        return new VectorSelector(metric, matchers, Text.of(" offset " + shown), all);
    }

    /**
     * By how much counters rise a second, on average: {@code rate(...[window])}.
     *
     * @param window at least four scrape intervals is usual
     */
    public Expression rate(Duration window) {
        return over("rate", window);
    }

    /** By how much counters rise a second, by the last two samples: {@code irate(...[window])}. */
    public Expression irate(Duration window) {
        return over("irate", window);
    }

    /** By how much counters rise in the window: {@code increase(...[window])}. */
    public Expression increase(Duration window) {
        return over("increase", window);
    }

    /** By how much gauges differ from the beginning of the window: {@code delta(...[window])}. */
    public Expression delta(Duration window) {
        return over("delta", window);
    }

    /** How often values change in the window: {@code changes(...[window])}. */
    public Expression changes(Duration window) {
        return over("changes", window);
    }

    /** The average in the window: {@code avg_over_time(...[window])}. */
    public Expression avgOverTime(Duration window) {
        return over("avg_over_time", window);
    }

    /** The greatest value in the window: {@code max_over_time(...[window])}. */
    public Expression maxOverTime(Duration window) {
        return over("max_over_time", window);
    }

    /** The least value in the window: {@code min_over_time(...[window])}. */
    public Expression minOverTime(Duration window) {
        return over("min_over_time", window);
    }

    /** The sum of the values in the window: {@code sum_over_time(...[window])}. */
    public Expression sumOverTime(Duration window) {
        return over("sum_over_time", window);
    }

    private Expression over(String function, Duration window) {
        PrometheusDuration shown = PrometheusDuration.of(window);
        List<Flaw> all = new ArrayList<>(own());
        all.addAll(shown.flaws());
        return new Term(Text.join(function, "(", selector(metric, matchers), "[", shown, "]", offset, ")"), all, ATOM);
    }
}
