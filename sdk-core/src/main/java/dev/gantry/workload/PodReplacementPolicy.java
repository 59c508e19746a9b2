package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * When a Job makes a new pod in place of one that goes.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-replacement-policy">Pod replacement policy</a>
 */
public enum PodReplacementPolicy implements Leaf {
    /** As soon as the old one begins to stop; the default of Kubernetes where there is no pod failure policy. */
    TERMINATING_OR_FAILED("TerminatingOrFailed"),
    /** When the old one has stopped, so that there are never two; all that a Job with a pod failure policy takes. */
    FAILED("Failed");

    private final String term;

    PodReplacementPolicy(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
