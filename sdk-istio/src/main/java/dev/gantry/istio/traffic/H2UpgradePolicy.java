package dev.gantry.istio.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * Whether connections with HTTP/1.1 become connections with HTTP/2.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ConnectionPoolSettings-HTTPSettings-H2UpgradePolicy">H2UpgradePolicy</a>
 */
public enum H2UpgradePolicy implements Leaf {
    /** As the mesh has it. */
    DEFAULT,
    /** They stay as they are. */
    DO_NOT_UPGRADE,
    /** They become HTTP/2. */
    UPGRADE;

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(name());
    }
}
