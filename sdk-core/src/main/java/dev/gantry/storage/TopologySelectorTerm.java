package dev.gantry.storage;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;

/**
 * A question to the labels of nodes, which all that is asked must be true of.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/storage-classes/#allowed-topologies">Allowed topologies</a>
 */
public final class TopologySelectorTerm {

    private final Fields term;

    TopologySelectorTerm(Fields term) {
        this.term = term;
    }

    /** Asks that a label has one of these values: adds to {@code matchLabelExpressions}. */
    public TopologySelectorTerm in(String key, String... values) {
        Fields expression = term.append("matchLabelExpressions");
        expression.set("key", key, Syntax.LABEL_KEY, ValueRule.LABEL);
        expression.addAll("values", values);
        if (values != null && values.length == 0) {
            expression.flaw("values", ValueRule.CONFLICT, "A label needs at least one value.", "Name the values.");
        }
        return this;
    }
}
