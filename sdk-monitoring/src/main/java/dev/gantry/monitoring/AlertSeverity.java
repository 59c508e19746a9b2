package dev.gantry.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * How urgent an alert is: the {@code severity} label that people agree on.
 *
 * @see <a href="https://prometheus.io/docs/practices/alerting/">
 *     Alerting</a>
 */
public enum AlertSeverity implements Leaf {
    /** Somebody has to act at once. */
    CRITICAL("critical"),
    /** Somebody has to look at it during the day. */
    WARNING("warning"),
    /** Nobody has to act; it explains other alerts. */
    INFO("info");

    private final String term;

    AlertSeverity(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
