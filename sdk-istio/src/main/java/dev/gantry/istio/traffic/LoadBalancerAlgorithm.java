package dev.gantry.istio.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * How a proxy chooses among the endpoints of a destination.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings-SimpleLB">SimpleLB</a>
 */
public enum LoadBalancerAlgorithm implements Leaf {
    /** The one with fewer requests of two that are drawn at random. The default. */
    LEAST_REQUEST,
    /** Any. */
    RANDOM,
    /** One after the other. */
    ROUND_ROBIN,
    /** The address that the client asked for, without load balancing. */
    PASSTHROUGH;

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(name());
    }
}
