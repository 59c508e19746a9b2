package dev.gantry.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.Severity;

/** Rules for autoscalers. */
enum AutoscalingRule implements Rule {
    /** A least number of replicas above the greatest, or no greatest at all. */
    BOUNDS("GTY-HPA-001", Severity.ERROR, "The bounds of an autoscaler contradict each other"),
    /** A least number of 0, which most clusters reject. */
    ZERO("GTY-HPA-002", Severity.WARNING, "An autoscaler may scale to zero"),
    /** A utilisation target without the request that it is a share of. */
    NO_REQUEST(
            "GTY-HPA-003", Severity.ERROR, "An autoscaler follows the utilisation of a resource that is not requested"),
    /** A number of replicas beside the autoscaler that changes it. */
    FIXED_REPLICAS("GTY-HPA-004", Severity.WARNING, "An autoscaler and a fixed number of replicas"),
    /** Two autoscalers on one workload. */
    SAME_TARGET("GTY-HPA-005", Severity.ERROR, "Two autoscalers have the same target"),
    /** A metric of a container that is not there. */
    NO_CONTAINER("GTY-HPA-006", Severity.ERROR, "An autoscaler follows a container that its target does not have");

    private final String code;
    private final Severity severity;
    private final String title;

    AutoscalingRule(String code, Severity severity, String title) {
        this.code = code;
        this.severity = severity;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String title() {
        return title;
    }
}
