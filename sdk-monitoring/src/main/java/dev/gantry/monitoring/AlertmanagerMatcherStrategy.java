package dev.gantry.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * Which alerts the routes of an AlertmanagerConfig see.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.AlertmanagerConfigMatcherStrategy">
 *     AlertmanagerConfigMatcherStrategy</a>
 */
public enum AlertmanagerMatcherStrategy implements Leaf {
    /** Those whose {@code namespace} label is its own namespace; the default. */
    ON_NAMESPACE("OnNamespace"),
    /** Those of its own namespace; all, for one in the namespace of the Alertmanager. */
    ON_NAMESPACE_EXCEPT_FOR_ALERTMANAGER_NAMESPACE("OnNamespaceExceptForAlertmanagerNamespace"),
    /** All. */
    NONE("None");

    private final String term;

    AlertmanagerMatcherStrategy(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
