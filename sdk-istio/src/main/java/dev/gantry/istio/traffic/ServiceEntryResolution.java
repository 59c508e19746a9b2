package dev.gantry.istio.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * How the addresses of a service are found.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/service-entry/#ServiceEntry-Resolution">Resolution</a>
 */
public enum ServiceEntryResolution implements Leaf {
    /** The connection has the address already. */
    NONE,
    /** They are those of the endpoints. */
    STATIC,
    /** The proxy asks DNS all the time, and spreads over all answers. */
    DNS,
    /** The proxy asks DNS all the time, and takes the first answer. */
    DNS_ROUND_ROBIN;

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(name());
    }
}
