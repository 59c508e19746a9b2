package dev.gantry.istio.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * Whether a server ends TLS, and whether clients have to show who they are.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings-TLSmode">TLSmode</a>
 */
public enum ServerTlsMode implements Leaf {
    /** It leaves the connection encrypted, and chooses the destination by the SNI and the TLS routes. */
    PASSTHROUGH,
    /** It ends TLS with its certificate. */
    SIMPLE,
    /** It ends TLS, and asks clients for a certificate. */
    MUTUAL,
    /** As PASSTHROUGH, but the SNI itself names the destination. */
    AUTO_PASSTHROUGH,
    /** As MUTUAL, with the certificates that Istio makes. */
    ISTIO_MUTUAL,
    /** As MUTUAL, but clients need not have a certificate. */
    OPTIONAL_MUTUAL;

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(name());
    }
}
