package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What happens to a container whose resources are resized in place.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/configure-pod-container/resize-container-resources/">
 *     Resize container resources</a>
 */
public enum ResizeRestartPolicy implements Leaf {
    /** It goes on running; the default of Kubernetes. */
    NOT_REQUIRED("NotRequired"),
    /** It is restarted. */
    RESTART_CONTAINER("RestartContainer");

    private final String term;

    ResizeRestartPolicy(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
