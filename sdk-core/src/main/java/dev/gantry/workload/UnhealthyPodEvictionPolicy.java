package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * Whether pods that run but are not ready may be evicted.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy">Unhealthy pod eviction policy</a>
 */
public enum UnhealthyPodEvictionPolicy implements Leaf {
    /** Only while enough others are ready; the default of Kubernetes. */
    IF_HEALTHY_BUDGET("IfHealthyBudget"),
    /** Always, so that a workload that never gets ready cannot hold up the drain of a node. */
    ALWAYS_ALLOW("AlwaysAllow");

    private final String term;

    UnhealthyPodEvictionPolicy(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
