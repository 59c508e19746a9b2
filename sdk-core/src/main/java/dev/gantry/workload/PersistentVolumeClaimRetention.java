package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What becomes of the claims that a StatefulSet made, once nobody needs them.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention">PersistentVolumeClaim retention</a>
 */
public enum PersistentVolumeClaimRetention implements Leaf {
    /** They stay, with their data; the default of Kubernetes. */
    RETAIN("Retain"),
    /** They are deleted, and most often their data with them. */
    DELETE("Delete");

    private final String term;

    PersistentVolumeClaimRetention(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
