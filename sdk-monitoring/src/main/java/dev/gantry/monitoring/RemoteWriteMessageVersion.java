package dev.gantry.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * In which form samples are sent.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.RemoteWriteMessageVersion">
 *     RemoteWriteMessageVersion</a>
 */
public enum RemoteWriteMessageVersion implements Leaf {
    /** That of Remote Write 1.0; the default. */
    V1_0("V1.0"),
    /** That of Remote Write 2.0, which the receiver has to know; from Prometheus 2.54.0 on. */
    V2_0("V2.0");

    private final String term;

    RemoteWriteMessageVersion(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
