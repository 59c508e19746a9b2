package dev.gantry.istio.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * Whether a workload takes connections with mutual TLS only.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/peer_authentication/#PeerAuthentication-MutualTLS-Mode">Mode</a>
 */
public enum MutualTlsMode implements Leaf {
    /** As the policy of the namespace or of the mesh has it. */
    UNSET,
    /** It takes plain text. */
    DISABLE,
    /** It takes both. The default of a mesh. */
    PERMISSIVE,
    /** It takes mutual TLS only. */
    STRICT;

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(name());
    }
}
