package dev.gantry.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * A direction of traffic, as the pods of a NetworkPolicy see it.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">Network policies</a>
 */
public enum PolicyType implements Leaf {
    /** What connects to the pods. */
    INGRESS("Ingress"),
    /** What the pods connect to. */
    EGRESS("Egress");

    private final String term;

    PolicyType(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
