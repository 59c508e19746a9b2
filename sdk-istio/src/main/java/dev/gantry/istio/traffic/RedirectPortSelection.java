package dev.gantry.istio.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * Which port a redirect names.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRedirect-RedirectPortSelection">RedirectPortSelection</a>
 */
public enum RedirectPortSelection implements Leaf {
    /** 80 for HTTP, 443 for HTTPS. */
    FROM_PROTOCOL_DEFAULT,
    /** That of the request. */
    FROM_REQUEST_PORT;

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(name());
    }
}
