package dev.gantry;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Block;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.function.Consumer;

/**
 * A question to the labels of objects, which all that is asked must be true of.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors">Label
 *     selectors</a>
 */
@CheckReturnValue
public final class LabelSelector extends Block {

    private LabelSelector(Consumer<Fields> writer) {
        super(writer);
    }

    /** Selects every object. */
    public static LabelSelector everything() {
        return new LabelSelector(selector -> {});
    }

    /** Selects the objects that have this label: {@code matchLabels}. */
    public static LabelSelector of(String key, String value) {
        return everything().and(key, value);
    }

    /** Selects the pods of a workload: {@code matchLabels} as in the workload's own selector. */
    public static LabelSelector of(Selectable pods) {
        return new LabelSelector(selector -> {
            if (selector.given("", pods)) {
                Entries.podLabels(selector.object("matchLabels"), pods.selector(), pods.resource());
                selector.mention("", pods.resource());
            }
        });
    }

    /** Asks also for this label: {@code matchLabels}. */
    public LabelSelector and(String key, String value) {
        return new LabelSelector(and(s -> Entries.label(s.object("matchLabels"), key, value)));
    }

    /** Asks also that a label has one of these values: a {@code matchExpressions} entry with {@code In}. */
    public LabelSelector in(String key, String... values) {
        return expression(key, "In", values);
    }

    /**
     * Asks also that a label has none of these values, or is not there: a {@code matchExpressions} entry with
     * {@code NotIn}.
     */
    public LabelSelector notIn(String key, String... values) {
        return expression(key, "NotIn", values);
    }

    /** Asks also that a label is there: a {@code matchExpressions} entry with {@code Exists}. */
    public LabelSelector exists(String key) {
        return expression(key, "Exists");
    }

    /** Asks also that a label is not there: a {@code matchExpressions} entry with {@code DoesNotExist}. */
    public LabelSelector doesNotExist(String key) {
        return expression(key, "DoesNotExist");
    }

    private LabelSelector expression(String key, String operator, String... values) {
        return new LabelSelector(and(selector -> {
            Fields expression = selector.append("matchExpressions");
            expression.set("key", key, Syntax.LABEL_KEY, ValueRule.LABEL);
            expression.set("operator", operator);
            expression.addAll("values", Syntax.LABEL_VALUE, values);
            if (values != null && values.length == 0 && operator.endsWith("In")) {
                expression.flaw(
                        "values", ValueRule.CONFLICT, operator + " needs at least one value.", "Name the values.");
            }
        }));
    }
}
