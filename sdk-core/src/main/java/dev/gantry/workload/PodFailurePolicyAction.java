package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What a Job does about a pod that has failed in a certain way.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy">Pod failure policy</a>
 */
public enum PodFailurePolicyAction implements Leaf {
    /** The Job has failed, and stops its other pods. */
    FAIL_JOB("FailJob"),
    /** The index of the pod has failed, and is not tried again; needs {@code backoffLimitPerIndex}. */
    FAIL_INDEX("FailIndex"),
    /** The pod is replaced, and does not count against {@code backoffLimit}. */
    IGNORE("Ignore"),
    /** The pod counts against {@code backoffLimit}, as where there is no policy. */
    COUNT("Count");

    private final String term;

    PodFailurePolicyAction(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
