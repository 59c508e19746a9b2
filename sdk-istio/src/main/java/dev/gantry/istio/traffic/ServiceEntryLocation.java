package dev.gantry.istio.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * On which side of the mesh a service is.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/service-entry/#ServiceEntry-Location">Location</a>
 */
public enum ServiceEntryLocation implements Leaf {
    /** Outside: its endpoints have no proxies of the mesh. */
    MESH_EXTERNAL,
    /** Inside: its endpoints speak mutual TLS as other workloads do. */
    MESH_INTERNAL;

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(name());
    }
}
