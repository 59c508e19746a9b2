package dev.gantry.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * How Prometheus finds what a monitor selects.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.SelectorMechanism">
 *     SelectorMechanism</a>
 */
public enum SelectorMechanism implements Leaf {
    /** It watches everything, and drops what is not selected; the default. */
    RELABEL_CONFIG("RelabelConfig"),
    /** The API server selects, which costs less for large clusters. */
    ROLE_SELECTOR("RoleSelector");

    private final String term;

    SelectorMechanism(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
