package dev.gantry.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * How a target is asked.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Endpoint">
 *     Endpoint</a>
 */
public enum ScrapeScheme implements Leaf {
    /** Without TLS; the default. */
    HTTP("http"),
    /** With TLS. */
    HTTPS("https");

    private final String term;

    ScrapeScheme(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
