package dev.gantry.argocd;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.workload.IntOrPercent;

/**
 * A step of a rollout: the Applications of which all that is asked is true.
 *
 * @see <a
 *     href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Progressive-Syncs/#rollingsync">
 *     RollingSync</a>
 */
public final class RollingSyncStep {

    private final Fields step;

    RollingSyncStep(Fields step) {
        this.step = step;
    }

    /** Adds to {@code matchExpressions}: a label of the Application has one of these values. */
    public RollingSyncStep in(String label, String... values) {
        return expression(label, "In", values);
    }

    /** Adds to {@code matchExpressions}: a label of the Application has none of these values. */
    public RollingSyncStep notIn(String label, String... values) {
        return expression(label, "NotIn", values);
    }

    /** Sets {@code maxUpdate}: how many of them may be changed at a time; all by default. */
    public RollingSyncStep maxUpdate(IntOrPercent most) {
        step.set("maxUpdate", most);
        return this;
    }

    private RollingSyncStep expression(String label, String operator, String... values) {
        Fields expression = step.append("matchExpressions");
        expression.set("key", label, Syntax.LABEL_KEY, ValueRule.LABEL);
        expression.set("operator", operator);
        expression.addAll("values", Syntax.LABEL_VALUE, values);
        return this;
    }
}
