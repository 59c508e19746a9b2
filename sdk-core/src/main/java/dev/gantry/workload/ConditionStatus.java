package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * Whether a condition is true of an object.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-conditions">Pod conditions</a>
 */
public enum ConditionStatus implements Leaf {
    /** It is. */
    TRUE("True"),
    /** It is not. */
    FALSE("False"),
    /** Nobody knows. */
    UNKNOWN("Unknown");

    private final String term;

    ConditionStatus(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
