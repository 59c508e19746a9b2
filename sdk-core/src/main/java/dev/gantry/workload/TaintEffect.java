package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What a taint does to pods that do not tolerate it.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/">
 *     Taints and tolerations</a>
 */
public enum TaintEffect implements Leaf {
    /** They are not put on the node. */
    NO_SCHEDULE("NoSchedule"),
    /** They are put there only if nothing else fits. */
    PREFER_NO_SCHEDULE("PreferNoSchedule"),
    /** They are not put there, and those that run there are evicted. */
    NO_EXECUTE("NoExecute");

    private final String term;

    TaintEffect(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
