package dev.gantry.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * Which pods a quota counts.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/#quota-scopes">Quota scopes</a>
 */
public enum QuotaScope implements Leaf {
    /** Pods that are stopped after some time: those with {@code activeDeadlineSeconds}. */
    TERMINATING("Terminating"),
    /** Pods that are not stopped after some time. */
    NOT_TERMINATING("NotTerminating"),
    /** Pods that neither request CPU or memory nor have a limit of them. */
    BEST_EFFORT("BestEffort"),
    /** Pods that request CPU or memory, or have a limit of them. */
    NOT_BEST_EFFORT("NotBestEffort"),
    /** Pods that have a priority class. */
    PRIORITY_CLASS("PriorityClass"),
    /** Pods that want to be near pods of other namespaces, or away from them. */
    CROSS_NAMESPACE_POD_AFFINITY("CrossNamespacePodAffinity");

    private final String term;

    QuotaScope(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
