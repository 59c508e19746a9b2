package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * In which order the pods of a StatefulSet start and stop.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-management-policies">Pod management policies</a>
 */
public enum PodManagementPolicy implements Leaf {
    /** One after the other, each when the one before it is ready; the default of Kubernetes. */
    ORDERED_READY("OrderedReady"),
    /** All at once. */
    PARALLEL("Parallel");

    private final String term;

    PodManagementPolicy(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
