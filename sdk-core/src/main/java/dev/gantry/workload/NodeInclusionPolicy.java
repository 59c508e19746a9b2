package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * Whether nodes that a pod cannot run on count when skew is computed.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#spread-constraint-definition">
 *     Spread constraints</a>
 */
public enum NodeInclusionPolicy implements Leaf {
    /** They do not count. */
    HONOR("Honor"),
    /** They count. */
    IGNORE("Ignore");

    private final String term;

    NodeInclusionPolicy(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
