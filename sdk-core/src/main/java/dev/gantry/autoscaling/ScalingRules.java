package dev.gantry.autoscaling;

import dev.gantry.Quantity;
import dev.gantry.extension.Fields;
import java.time.Duration;

/**
 * How fast an autoscaler may add or remove replicas.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#configurable-scaling-behavior">
 *     Scaling behavior</a>
 */
public final class ScalingRules {

    private final Fields rules;

    ScalingRules(Fields rules) {
        this.rules = rules;
    }

    /**
     * Sets {@code stabilizationWindowSeconds}: over which past time recommendations are considered.
     *
     * @param window up to one hour; none for scaling up and 5 minutes for scaling down where it is not set
     */
    public ScalingRules stabilization(Duration window) {
        rules.seconds("stabilizationWindowSeconds", window, 0, 3600);
        return this;
    }

    /**
     * Adds a policy: at most this share of the replicas in a period.
     *
     * @param percent 1 or more
     * @param period up to half an hour
     */
    public ScalingRules percent(int percent, Duration period) {
        return policy("Percent", percent, period);
    }

    /**
     * Adds a policy: at most this many replicas in a period.
     *
     * @param pods 1 or more
     * @param period up to half an hour
     */
    public ScalingRules pods(int pods, Duration period) {
        return policy("Pods", pods, period);
    }

    /** Sets {@code selectPolicy}: which of several policies counts; {@link ScalingPolicySelect#MAX} by default. */
    public ScalingRules selectPolicy(ScalingPolicySelect policy) {
        rules.set("selectPolicy", policy);
        return this;
    }

    /**
     * Sets {@code tolerance}: how far the metric may be from its target before replicas are changed.
     *
     * @param share such as {@code 0.05} for 5 %; the cluster's, 10 % unless it is set up otherwise, where it is not set
     */
    public ScalingRules tolerance(String share) {
        return tolerance(Quantity.of(share));
    }

    /**
     * Sets {@code tolerance}: how far the metric may be from its target before replicas are changed.
     *
     * @param share such as {@code 0.05} for 5 %; the cluster's, 10 % unless it is set up otherwise, where it is not set
     */
    public ScalingRules tolerance(Quantity share) {
        rules.set("tolerance", share);
        return this;
    }

    private ScalingRules policy(String type, int value, Duration period) {
        Fields policy = rules.append("policies");
        policy.set("type", type);
        policy.set("value", value, 1, Integer.MAX_VALUE);
        policy.seconds("periodSeconds", period, 1, 1800);
        return this;
    }
}
