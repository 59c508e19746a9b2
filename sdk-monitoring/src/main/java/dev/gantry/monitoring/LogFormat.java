package dev.gantry.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * In which form a server logs.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.CommonPrometheusFields">
 *     CommonPrometheusFields</a>
 */
public enum LogFormat implements Leaf {
    /** Names and values; the default. */
    LOGFMT("logfmt"),
    /** JSON. */
    JSON("json");

    private final String term;

    LogFormat(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
