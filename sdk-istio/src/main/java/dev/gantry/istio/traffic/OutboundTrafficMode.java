package dev.gantry.istio.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What happens to connections to hosts that the mesh does not know.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/sidecar/#OutboundTrafficPolicy-Mode">Mode</a>
 */
public enum OutboundTrafficMode implements Leaf {
    /** They are refused. */
    REGISTRY_ONLY,
    /** They go through as they are. */
    ALLOW_ANY;

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(name());
    }
}
