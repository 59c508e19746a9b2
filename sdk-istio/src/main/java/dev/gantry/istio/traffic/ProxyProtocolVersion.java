package dev.gantry.istio.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * A version of the PROXY protocol.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy-ProxyProtocol-VERSION">VERSION</a>
 */
public enum ProxyProtocolVersion implements Leaf {
    /** Text. */
    V1,
    /** Binary. */
    V2;

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(name());
    }
}
