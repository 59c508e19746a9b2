package dev.gantry.istio.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * A version of TLS.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings-TLSProtocol">TLSProtocol</a>
 */
public enum ServerTlsProtocol implements Leaf {
    /** The proxy chooses. */
    TLS_AUTO,
    /** TLS 1.0. */
    TLSV1_0,
    /** TLS 1.1. */
    TLSV1_1,
    /** TLS 1.2. */
    TLSV1_2,
    /** TLS 1.3. */
    TLSV1_3;

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(name());
    }
}
