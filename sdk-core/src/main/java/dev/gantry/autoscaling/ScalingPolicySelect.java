package dev.gantry.autoscaling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * Which of several scaling policies counts.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#scaling-policies">
 *     Scaling policies</a>
 */
public enum ScalingPolicySelect implements Leaf {
    /** The one that allows the largest change; the default of Kubernetes. */
    MAX("Max"),
    /** The one that allows the smallest change. */
    MIN("Min"),
    /** None: replicas are not changed in this direction. */
    DISABLED("Disabled");

    private final String term;

    ScalingPolicySelect(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
