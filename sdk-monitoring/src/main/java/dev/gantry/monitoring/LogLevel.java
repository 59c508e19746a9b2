package dev.gantry.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * How much a server logs.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.CommonPrometheusFields">
 *     CommonPrometheusFields</a>
 */
public enum LogLevel implements Leaf {
    /** Everything. */
    DEBUG("debug"),
    /** What happens; the default. */
    INFO("info"),
    /** What may be wrong. */
    WARN("warn"),
    /** What is wrong. */
    ERROR("error");

    private final String term;

    LogLevel(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
