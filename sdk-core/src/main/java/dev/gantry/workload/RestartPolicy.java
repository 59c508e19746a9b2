package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * When the containers of a pod are started again.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy">Restart policy</a>
 */
public enum RestartPolicy implements Leaf {
    /** Whenever they end; the default of Kubernetes, and the only one for workloads that run on and on. */
    ALWAYS("Always"),
    /** When they end with an error. */
    ON_FAILURE("OnFailure"),
    /** Never. */
    NEVER("Never");

    private final String term;

    RestartPolicy(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
