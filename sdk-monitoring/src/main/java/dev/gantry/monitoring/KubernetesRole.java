package dev.gantry.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What Prometheus looks for in a cluster.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1alpha1.KubernetesSDConfig">
 *     KubernetesSDConfig</a>
 */
public enum KubernetesRole implements Leaf {
    /** Nodes. */
    NODE("Node"),
    /** Pods. */
    POD("Pod"),
    /** Services. */
    SERVICE("Service"),
    /** Endpoints. */
    ENDPOINTS("Endpoints"),
    /** EndpointSlices. */
    ENDPOINT_SLICE("EndpointSlice"),
    /** Ingresses. */
    INGRESS("Ingress");

    private final String term;

    KubernetesRole(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
