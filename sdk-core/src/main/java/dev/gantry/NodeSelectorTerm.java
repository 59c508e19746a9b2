package dev.gantry;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;

/**
 * A question to nodes, which all that is asked must be true of.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity">Node affinity</a>
 */
public final class NodeSelectorTerm {

    private final Fields term;

    private NodeSelectorTerm(Fields term) {
        this.term = term;
    }

    /** A term that writes to this object; for builders that ask for nodes. */
    public static NodeSelectorTerm of(Fields term) {
        return new NodeSelectorTerm(term);
    }

    /** Asks that a label has one of these values: a {@code matchExpressions} entry with {@code In}. */
    public NodeSelectorTerm in(String key, String... values) {
        return label(key, "In", values);
    }

    /**
     * Asks that a label has none of these values, or is not there: a {@code matchExpressions} entry with {@code NotIn}.
     */
    public NodeSelectorTerm notIn(String key, String... values) {
        return label(key, "NotIn", values);
    }

    /** Asks that a label is there: a {@code matchExpressions} entry with {@code Exists}. */
    public NodeSelectorTerm exists(String key) {
        return label(key, "Exists");
    }

    /** Asks that a label is not there: a {@code matchExpressions} entry with {@code DoesNotExist}. */
    public NodeSelectorTerm doesNotExist(String key) {
        return label(key, "DoesNotExist");
    }

    /** Asks that a label is a greater number: a {@code matchExpressions} entry with {@code Gt}. */
    public NodeSelectorTerm greaterThan(String key, long number) {
        return label(key, "Gt", Long.toString(number));
    }

    /** Asks that a label is a smaller number: a {@code matchExpressions} entry with {@code Lt}. */
    public NodeSelectorTerm lessThan(String key, long number) {
        return label(key, "Lt", Long.toString(number));
    }

    /** Asks that the node has this name: a {@code matchFields} entry for {@code metadata.name}. */
    public NodeSelectorTerm name(String node) {
        Fields expression = term.append("matchFields");
        expression.set("key", "metadata.name");
        expression.set("operator", "In");
        expression.add("values", node, Syntax.DNS_SUBDOMAIN);
        return this;
    }

    private NodeSelectorTerm label(String key, String operator, String... values) {
        Fields expression = term.append("matchExpressions");
        expression.set("key", key, Syntax.LABEL_KEY, ValueRule.LABEL);
        expression.set("operator", operator);
        expression.addAll("values", values);
        if (values != null && values.length == 0 && operator.endsWith("In")) {
            expression.flaw("values", ValueRule.CONFLICT, operator + " needs at least one value.", "Name the values.");
        }
        return this;
    }
}
