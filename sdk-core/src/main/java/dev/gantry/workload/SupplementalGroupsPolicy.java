package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * Whether the groups that the image gives its user count.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#supplementalgroupspolicy">
 *     Supplemental groups</a>
 */
public enum SupplementalGroupsPolicy implements Leaf {
    /** They do, together with those of the pod; the default of Kubernetes. */
    MERGE("Merge"),
    /** They do not. */
    STRICT("Strict");

    private final String term;

    SupplementalGroupsPolicy(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
