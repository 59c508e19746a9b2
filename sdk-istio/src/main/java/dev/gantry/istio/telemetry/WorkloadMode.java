package dev.gantry.istio.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * On which side of a connection a proxy is.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/telemetry/#WorkloadMode">WorkloadMode</a>
 */
public enum WorkloadMode implements Leaf {
    /** On either. */
    CLIENT_AND_SERVER,
    /** It sends the request, and belongs to the client or is a gateway. */
    CLIENT,
    /** It receives the request. */
    SERVER;

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(name());
    }
}
