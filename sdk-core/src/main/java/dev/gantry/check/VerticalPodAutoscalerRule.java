package dev.gantry.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for VerticalPodAutoscalers. */
enum VerticalPodAutoscalerRule implements Rule {
    /** A least amount above the greatest. */
    BOUNDS(RuleFacts.error("GTY-VPA-001", "The bounds of a vertical autoscaler contradict each other")),
    /** A policy for a container that is not there. */
    NO_CONTAINER(RuleFacts.error(
            "GTY-VPA-002", "A vertical autoscaler has a policy for a container that its target does not have")),
    /** Two vertical autoscalers on one workload. */
    SAME_TARGET(RuleFacts.error("GTY-VPA-003", "Two vertical autoscalers have the same target")),
    /** A horizontal autoscaler that follows what the vertical one changes. */
    BESIDE_HORIZONTAL(RuleFacts.warning(
            "GTY-VPA-004", "A vertical and a horizontal autoscaler follow the same resource of one workload")),
    /** A greatest amount below what the container requests. */
    BELOW_REQUEST(RuleFacts.warning(
            "GTY-VPA-005", "A vertical autoscaler allows less than a container of its target requests")),
    /** What the autoscaler's admission webhook rejects. */
    REJECTED(RuleFacts.error("GTY-VPA-006", "A vertical autoscaler is not complete, or contradicts itself"));
    private final RuleFacts facts;

    VerticalPodAutoscalerRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
