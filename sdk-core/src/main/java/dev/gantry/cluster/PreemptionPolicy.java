package dev.gantry.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * Whether a pod may push others of lower priority off a node.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#non-preempting-priority-class">
 *     Non-preempting priority class</a>
 */
public enum PreemptionPolicy implements Leaf {
    /** It may; the default of Kubernetes. */
    PREEMPT_LOWER_PRIORITY("PreemptLowerPriority"),
    /** It may not. */
    NEVER("Never");

    private final String term;

    PreemptionPolicy(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
