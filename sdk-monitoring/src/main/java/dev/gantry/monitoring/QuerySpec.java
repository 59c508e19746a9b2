package dev.gantry.monitoring;

import dev.gantry.extension.Fields;
import java.time.Duration;

/**
 * What queries may cost.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.QuerySpec">QuerySpec</a>
 */
public final class QuerySpec {

    private final Fields query;

    QuerySpec(Fields query) {
        this.query = query;
    }

    /** Sets {@code lookbackDelta}: how old the latest sample of a series may be; 5 minutes by default. */
    public QuerySpec lookbackDelta(Duration age) {
        Durations.setPositive(query, "lookbackDelta", age);
        return this;
    }

    /** Sets {@code maxConcurrency}: how many queries run at the same time, 1 or more; 20 by default. */
    public QuerySpec maxConcurrency(int queries) {
        query.set("maxConcurrency", queries, 1, Integer.MAX_VALUE);
        return this;
    }

    /** Sets {@code maxSamples}: how many samples a query may load, 0 or more; 50 million by default. */
    public QuerySpec maxSamples(int samples) {
        query.set("maxSamples", samples, 0, Integer.MAX_VALUE);
        return this;
    }

    /** Sets {@code timeout}: how long a query may take; 2 minutes by default. */
    public QuerySpec timeout(Duration timeout) {
        Durations.setPositive(query, "timeout", timeout);
        return this;
    }
}
