package dev.gantry.monitoring;

import dev.gantry.extension.Fields;
import dev.gantry.monitoring.promql.Expression;
import dev.gantry.monitoring.promql.PromQl;

/**
 * A metric that is computed from others.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Rule">Rule</a>
 */
public final class RecordingRule {

    private final Fields rule;

    RecordingRule(Fields rule) {
        this.rule = rule;
    }

    /** Sets {@code expr} to a text with holes; see {@link PromQl#expr(String, Object...)}. */
    public RecordingRule expr(String text, Object... holes) {
        return expr(PromQl.expr(text, holes));
    }

    /** Sets {@code expr}: what is stored. */
    public RecordingRule expr(Expression expression) {
        Expression.write(rule, "expr", expression);
        return this;
    }

    /** Adds to {@code labels}: a label that the stored series get. */
    public RecordingRule label(String name, String value) {
        rule.object("labels").set(name, value);
        return this;
    }
}
