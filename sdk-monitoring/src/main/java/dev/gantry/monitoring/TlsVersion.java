package dev.gantry.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * A version of TLS.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.TLSVersion">
 *     TLSVersion</a>
 */
public enum TlsVersion implements Leaf {
    /** TLS 1.0, which is out of date. */
    TLS_1_0("TLS10"),
    /** TLS 1.1, which is out of date. */
    TLS_1_1("TLS11"),
    /** TLS 1.2. */
    TLS_1_2("TLS12"),
    /** TLS 1.3. */
    TLS_1_3("TLS13");

    private final String term;

    TlsVersion(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
