package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * When the owner of a volume's files is changed to the pod's {@code fsGroup}.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#configure-volume-permission-and-ownership-change-policy-for-pods">
 *     Volume ownership</a>
 */
public enum FsGroupChangePolicy implements Leaf {
    /** Whenever the volume is mounted; the default of Kubernetes. */
    ALWAYS("Always"),
    /** Only if the folder at the top of the volume has another owner or other permissions. */
    ON_ROOT_MISMATCH("OnRootMismatch");

    private final String term;

    FsGroupChangePolicy(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
