package dev.gantry.istio.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What happens to preflight requests from origins that are not allowed.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#CorsPolicy-UnmatchedPreflights">UnmatchedPreflights</a>
 */
public enum UnmatchedPreflights implements Leaf {
    /** They reach the destination. The default. */
    FORWARD,
    /** The proxy answers them, without allowing anything. */
    IGNORE;

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(name());
    }
}
