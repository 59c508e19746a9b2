package dev.gantry.istio.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * Whether a client's proxy encrypts a connection, and how it shows who it is.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings-TLSmode">TLSmode</a>
 */
public enum ClientTlsMode implements Leaf {
    /** It does not encrypt. */
    DISABLE,
    /** It encrypts, and does not show who it is. */
    SIMPLE,
    /** It shows a certificate that is given. */
    MUTUAL,
    /** It shows the certificate that Istio has made for the workload. */
    ISTIO_MUTUAL;

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(name());
    }
}
