package dev.gantry.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * From where a Service can be reached.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types">Service
 *     type</a>
 */
public enum ServiceType implements Leaf {
    /** From inside the cluster; the default of Kubernetes. */
    CLUSTER_IP("ClusterIP"),
    /** Also through a port of every node. */
    NODE_PORT("NodePort"),
    /** Also through a load balancer that the cloud provides. */
    LOAD_BALANCER("LoadBalancer"),
    /** Not at all: the name is an alias of another DNS name. */
    EXTERNAL_NAME("ExternalName");

    private final String term;

    ServiceType(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
