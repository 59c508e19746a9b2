package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * Where the last words of a container are taken from.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/debug/debug-application/determine-reason-pod-failure/">
 *     Termination messages</a>
 */
public enum TerminationMessagePolicy implements Leaf {
    /** From the file at {@code terminationMessagePath}; the default of Kubernetes. */
    FILE("File"),
    /** From the end of the log, if the file is empty and the container failed. */
    FALLBACK_TO_LOGS_ON_ERROR("FallbackToLogsOnError");

    private final String term;

    TerminationMessagePolicy(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
