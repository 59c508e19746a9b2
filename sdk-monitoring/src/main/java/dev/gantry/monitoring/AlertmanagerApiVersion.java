package dev.gantry.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * In which version of its API an Alertmanager is told of alerts.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.AlertmanagerAPIVersion">
 *     AlertmanagerAPIVersion</a>
 */
public enum AlertmanagerApiVersion implements Leaf {
    /** The first one, which Prometheus 3 does not speak: the operator leaves it out there, so that it is {@link #V2}. */
    V1("v1"),
    /** The second one; the default. */
    V2("v2");

    private final String term;

    AlertmanagerApiVersion(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
