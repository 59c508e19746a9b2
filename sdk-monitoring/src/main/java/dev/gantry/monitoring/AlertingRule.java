package dev.gantry.monitoring;

import dev.gantry.Text;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Resource;
import dev.gantry.monitoring.promql.Expression;
import dev.gantry.monitoring.promql.Holes;
import dev.gantry.monitoring.promql.PromQl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An alert for each series that an expression yields. Labels and annotations are templates, in which {@code {{ $value }}}
 * and {@code {{ $labels.pod }}} stand for the value and for a label of the series.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Rule">Rule</a>
 * @see <a href="https://prometheus.io/docs/prometheus/latest/configuration/template_reference/">Templates</a>
 */
public final class AlertingRule {

    private final Fields rule;

    AlertingRule(Fields rule) {
        this.rule = rule;
    }

    /** Sets {@code expr} to a text with holes; see {@link PromQl#expr(String, Object...)}. */
    public AlertingRule expr(String text, Object... holes) {
        return expr(PromQl.expr(text, holes));
    }

    /** Sets {@code expr}: there is an alert for each series that it yields. */
    public AlertingRule expr(Expression expression) {
        Expression.write(rule, "expr", expression);
        return this;
    }

    /**
     * Sets {@code for}: how long the expression must yield the series before the alert fires; at once where it is not set.
     */
    public AlertingRule holdsFor(Duration duration) {
        Durations.set(rule, "for", duration);
        return this;
    }

    /**
     * Sets {@code keep_firing_for}: how long the alert still fires when the expression yields the series no more; it ends
     * at once where it is not set. From Prometheus 2.42 on.
     */
    public AlertingRule keepFiringFor(Duration duration) {
        Durations.set(rule, "keep_firing_for", duration);
        return this;
    }

    /** Adds the label {@code severity}. */
    public AlertingRule severity(AlertSeverity severity) {
        rule.object("labels").set("severity", severity);
        return this;
    }

    /** Adds the label {@code severity}, with a word of your own, such as {@code page}. */
    public AlertingRule severity(String severity) {
        return label("severity", severity);
    }

    /** Adds to {@code labels}: a label of the alert, by which it finds its way to people. */
    public AlertingRule label(String name, String template) {
        rule.object("labels").set(name, template);
        return this;
    }

    /** Adds the annotation {@code summary}: one line, as a template with holes {@code %s}. */
    public AlertingRule summary(String template, Object... holes) {
        return annotation("summary", template, holes);
    }

    /** Adds the annotation {@code description}: what is wrong, as a template with holes {@code %s}. */
    public AlertingRule description(String template, Object... holes) {
        return annotation("description", template, holes);
    }

    /** Adds the annotation {@code runbook_url}: where it is written what to do. */
    public AlertingRule runbookUrl(String url) {
        return annotation("runbook_url", url);
    }

    /**
     * Adds to {@code annotations}: what people are told.
     *
     * @param template in which each {@code %s} is a hole, if there are values for them
     * @param holes what is put into them, such as {@code service.namespace()} or the name of a workload
     */
    public AlertingRule annotation(String name, String template, Object... holes) {
        List<Flaw> flaws = new ArrayList<>(0);
        Text text = Holes.fill(template, holes, flaws);
        Fields annotations = rule.object("annotations");
        if (annotations.given(name == null ? "" : name, name)) {
            annotations.set(name, text);
            annotations.flaws(name, flaws);
            for (Resource mentioned : text.mentions()) {
                annotations.mention(name, mentioned);
            }
        }
        return this;
    }
}
