package dev.gantry.istio.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * How a sidecar's listener gets its connections.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/sidecar/#CaptureMode">CaptureMode</a>
 */
public enum CaptureMode implements Leaf {
    /** As the sidecar is set up. */
    DEFAULT,
    /** By iptables. */
    IPTABLES,
    /** Clients name the listener's address themselves. */
    NONE;

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(name());
    }
}
