package dev.gantry.autoscaling;

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
     * @param window up to one hour
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

    private ScalingRules policy(String type, int value, Duration period) {
        Fields policy = rules.append("policies");
        policy.set("type", type);
        policy.set("value", value, 1, Integer.MAX_VALUE);
        policy.seconds("periodSeconds", period, 1, 1800);
        return this;
    }
}
