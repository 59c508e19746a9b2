package dev.gantry.monitoring;

import dev.gantry.extension.Fields;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Rules that are evaluated one after the other.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.RuleGroup">RuleGroup</a>
 */
public final class RuleGroup {

    private final Fields group;

    RuleGroup(Fields group) {
        this.group = group;
    }

    /** Sets {@code interval}: how often; the Prometheus' {@code evaluationInterval} where it is not set. */
    public RuleGroup interval(Duration interval) {
        Durations.setPositive(group, "interval", interval);
        return this;
    }

    /** Sets {@code limit}: a rule that yields more series or alerts fails; no limit where it is not set. */
    public RuleGroup limit(int most) {
        group.set("limit", most, 0, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Sets {@code query_offset}: the rules are evaluated as of some time ago, for samples that come late; the Prometheus'
     * {@code ruleQueryOffset} where it is not set. From Prometheus 2.53 on.
     */
    public RuleGroup queryOffset(Duration ago) {
        Durations.set(group, "query_offset", ago);
        return this;
    }

    /**
     * Adds to {@code labels}: a label that all that the rules yield gets, unless the rule says otherwise. From Prometheus
     * 3.0 on.
     */
    public RuleGroup label(String name, String value) {
        group.object("labels").set(name, value);
        return this;
    }

    /**
     * Sets {@code partial_response_strategy}, which only a Thanos Ruler looks at;
     * {@link PartialResponseStrategy#ABORT} by default.
     */
    public RuleGroup partialResponseStrategy(PartialResponseStrategy strategy) {
        group.set("partial_response_strategy", strategy);
        return this;
    }

    /**
     * Adds to {@code rules}: an alert for each series that an expression yields.
     *
     * @param name of the alert, such as {@code HighErrorRate}
     */
    public RuleGroup alert(String name, Consumer<AlertingRule> options) {
        Fields rule = group.append("rules");
        rule.set("alert", name);
        rule.block(AlertingRule::new, options);
        return this;
    }

    /**
     * Adds to {@code rules}: what an expression yields is stored as a metric.
     *
     * @param metric such as {@code job:http_requests:rate5m}: level, metric and operations
     * @see <a href="https://prometheus.io/docs/practices/rules/">Recording rules</a>
     */
    public RuleGroup record(String metric, Consumer<RecordingRule> options) {
        Fields rule = group.append("rules");
        rule.set("record", metric);
        rule.block(RecordingRule::new, options);
        return this;
    }
}
