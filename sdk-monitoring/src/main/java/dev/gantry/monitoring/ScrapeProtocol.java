package dev.gantry.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * In which form a target may answer.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ScrapeProtocol">
 *     ScrapeProtocol</a>
 */
public enum ScrapeProtocol implements Leaf {
    /** Protocol buffers. */
    PROMETHEUS_PROTO("PrometheusProto"),
    /** The text format. */
    PROMETHEUS_TEXT_0_0_4("PrometheusText0.0.4"),
    /** The text format with names in UTF-8; from Prometheus 3.0.0 on. */
    PROMETHEUS_TEXT_1_0_0("PrometheusText1.0.0"),
    /** An early version of OpenMetrics. */
    OPEN_METRICS_TEXT_0_0_1("OpenMetricsText0.0.1"),
    /** OpenMetrics. */
    OPEN_METRICS_TEXT_1_0_0("OpenMetricsText1.0.0");

    private final String term;

    ScrapeProtocol(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
