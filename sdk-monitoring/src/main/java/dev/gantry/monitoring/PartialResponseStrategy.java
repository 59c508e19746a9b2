package dev.gantry.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What a Thanos Ruler does if some of its sources do not answer.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.RuleGroup">
 *     RuleGroup</a>
 */
public enum PartialResponseStrategy implements Leaf {
    /** The rule fails. */
    ABORT("abort"),
    /** The rule is evaluated with what there is; there is a warning. */
    WARN("warn");

    private final String term;

    PartialResponseStrategy(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
