package dev.gantry.autoscaling;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Quantity;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * What a metric should come near to.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/#HorizontalPodAutoscalerSpec">
 *     spec.metrics</a>
 */
@CheckReturnValue
public final class MetricTarget extends Block {

    private MetricTarget(Consumer<Fields> writer) {
        super(writer);
    }

    /** The metric itself should come near this value: {@code value}. */
    public static MetricTarget value(String value) {
        return value(Quantity.of(value));
    }

    /** The metric itself should come near this value: {@code value}. */
    public static MetricTarget value(Quantity value) {
        return new MetricTarget(target -> {
            target.set("type", "Value");
            target.set("value", value);
        });
    }

    /** The metric divided by the number of pods should come near this value: {@code averageValue}. */
    public static MetricTarget average(String value) {
        return average(Quantity.of(value));
    }

    /** The metric divided by the number of pods should come near this value: {@code averageValue}. */
    public static MetricTarget average(Quantity value) {
        return new MetricTarget(target -> {
            target.set("type", "AverageValue");
            target.set("averageValue", value);
        });
    }

    /** In percent of what is requested: {@code averageUtilization}. */
    static MetricTarget utilization(int percent) {
        return new MetricTarget(target -> {
            target.set("type", "Utilization");
            target.set("averageUtilization", percent, 1, Integer.MAX_VALUE);
        });
    }
}
