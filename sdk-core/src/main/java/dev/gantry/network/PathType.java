package dev.gantry.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * How an Ingress compares the path of a request with that of a rule.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types">Path types</a>
 */
public enum PathType implements Leaf {
    /** Element by element: the path and everything below it. */
    PREFIX("Prefix"),
    /** This path only. */
    EXACT("Exact"),
    /** As the controller decides. */
    IMPLEMENTATION_SPECIFIC("ImplementationSpecific");

    private final String term;

    PathType(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
