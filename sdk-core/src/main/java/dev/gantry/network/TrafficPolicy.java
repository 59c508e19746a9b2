package dev.gantry.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * Which endpoints take traffic that comes in at a node.
 *
 * @see <a href="https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-policies">Traffic policies</a>
 */
public enum TrafficPolicy implements Leaf {
    /** All of them; the default of Kubernetes. */
    CLUSTER("Cluster"),
    /** Those of the same node only; without one, the traffic is dropped. */
    LOCAL("Local");

    private final String term;

    TrafficPolicy(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
