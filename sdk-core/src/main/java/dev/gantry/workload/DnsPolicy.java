package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * How a pod finds names.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy">
 *     DNS policy</a>
 */
public enum DnsPolicy implements Leaf {
    /** First in the cluster, then upstream; the default of Kubernetes. */
    CLUSTER_FIRST("ClusterFirst"),
    /** The same for pods with the network of their host. */
    CLUSTER_FIRST_WITH_HOST_NET("ClusterFirstWithHostNet"),
    /** As its node does. */
    DEFAULT("Default"),
    /** As its DNS configuration says, and in no other way. */
    NONE("None");

    private final String term;

    DnsPolicy(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
