package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * How a container sees {@code /proc}.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#security-context-1">
 *     securityContext.procMount</a>
 */
public enum ProcMount implements Leaf {
    /** With the masks and read-only paths of the container runtime; the default of Kubernetes. */
    DEFAULT("Default"),
    /** As it is; needs a user namespace. */
    UNMASKED("Unmasked");

    private final String term;

    ProcMount(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
