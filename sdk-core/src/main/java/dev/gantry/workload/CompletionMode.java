package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * When a Job with a number of completions has done its work.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/job/#completion-mode">Completion mode</a>
 */
public enum CompletionMode implements Leaf {
    /** When that many pods have succeeded, whichever they are; the default of Kubernetes. */
    NON_INDEXED("NonIndexed"),
    /** When a pod has succeeded for each index from 0 on; a pod reads its own in {@code JOB_COMPLETION_INDEX}. */
    INDEXED("Indexed");

    private final String term;

    CompletionMode(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
