package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * Whether what is mounted below a read-only mount is read-only too.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/storage/volumes/#recursive-read-only-mounts">
 *     Recursive read-only mounts</a>
 */
public enum RecursiveReadOnly implements Leaf {
    /** It is not; the default of Kubernetes. */
    DISABLED("Disabled"),
    /** It is where the node can do it. */
    IF_POSSIBLE("IfPossible"),
    /** It is, and the pod does not start where the node cannot do it. */
    ENABLED("Enabled");

    private final String term;

    RecursiveReadOnly(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
