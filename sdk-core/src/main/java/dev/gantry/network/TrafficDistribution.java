package dev.gantry.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * Which endpoints are preferred for a client.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/service/#traffic-distribution">
 *     Traffic distribution</a>
 */
public enum TrafficDistribution implements Leaf {
    /** Those of the client's zone. */
    PREFER_SAME_ZONE("PreferSameZone"),
    /** Those of the client's node, then of its zone. */
    PREFER_SAME_NODE("PreferSameNode"),
    /** Those of the client's zone; the older name of {@link #PREFER_SAME_ZONE}. */
    PREFER_CLOSE("PreferClose");

    private final String term;

    TrafficDistribution(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
