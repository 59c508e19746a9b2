package dev.gantry.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for HorizontalPodAutoscalers. */
enum HorizontalPodAutoscalerRule implements Rule {
    /** A least number of replicas above the greatest, or no greatest at all. */
    BOUNDS(RuleFacts.error("GTY-HPA-001", "The bounds of an autoscaler contradict each other")),
    /** A least number of 0, which most clusters reject. */
    ZERO(RuleFacts.warning("GTY-HPA-002", "An autoscaler may scale to zero")),
    /** A utilisation target without the request that it is a share of. */
    NO_REQUEST(RuleFacts.error(
            "GTY-HPA-003", "An autoscaler follows the utilisation of a resource that is not requested")),
    /** A number of replicas beside the autoscaler that changes it. */
    FIXED_REPLICAS(RuleFacts.warning("GTY-HPA-004", "An autoscaler and a fixed number of replicas")),
    /** Two autoscalers on one workload. */
    SAME_TARGET(RuleFacts.error("GTY-HPA-005", "Two autoscalers have the same target")),
    /** A metric of a container that is not there. */
    NO_CONTAINER(RuleFacts.error("GTY-HPA-006", "An autoscaler follows a container that its target does not have"));
    private final RuleFacts facts;

    HorizontalPodAutoscalerRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
