package dev.gantry.autoscaling;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Quantity;
import dev.gantry.Scalable;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.Resource;
import dev.gantry.raw.ModelEdit;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes the number of a workload's replicas so that a metric comes near its target.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/">
 *     HorizontalPodAutoscaler</a>
 */
public final class HorizontalPodAutoscaler extends Resource {

    private static final Kind KIND = Kind.namespaced("autoscaling/v2", "HorizontalPodAutoscaler");

    private HorizontalPodAutoscaler(Builder builder) {
        super(builder);
    }

    /**
     * Makes an autoscaler.
     *
     * @param name a DNS subdomain
     * @param target the workload whose replicas it changes
     */
    @CheckReturnValue
    public static HorizontalPodAutoscaler of(String name, Scalable target, Consumer<Builder> options) {
        return new HorizontalPodAutoscaler(configured(new Builder(name, target), options));
    }

    /** Builds a {@link HorizontalPodAutoscaler}. */
    public static final class Builder extends NamespacedBuilder<Builder> {

        private Builder(@Nullable String name, Scalable target) {
            super(KIND, name);
            Resource workload = target.resource();
            Fields reference = spec().object("scaleTargetRef");
            reference.set("apiVersion", workload.kind().apiVersion());
            reference.set("kind", workload.kind().name());
            reference.set("name", workload.name());
            spec().refer("scaleTargetRef", workload);
        }

        /**
         * Sets {@code spec.minReplicas} and {@code spec.maxReplicas}.
         *
         * @param least 1 or more; 0 only on clusters with the HPAScaleToZero feature
         * @param most not less than {@code least}
         */
        public Builder replicas(int least, int most) {
            spec().set("minReplicas", least, 0, Integer.MAX_VALUE);
            spec().set("maxReplicas", most, 1, Integer.MAX_VALUE);
            return this;
        }

        /** Adds a metric: the CPU that all pods use, in percent of what their containers request. */
        public Builder cpuUtilization(int percent) {
            return utilization("cpu", percent);
        }

        /** Adds a metric: the memory that all pods use, in percent of what their containers request. */
        public Builder memoryUtilization(int percent) {
            return utilization("memory", percent);
        }

        /**
         * Adds a metric of the pods, averaged over them.
         *
         * @param metric its name in the custom metrics API
         * @param average the target for each pod
         */
        public Builder pods(String metric, Quantity average) {
            Fields pods = metric("Pods").object("pods");
            pods.object("metric").set("name", metric);
            Fields target = pods.object("target");
            target.set("type", "AverageValue");
            target.set("averageValue", average);
            return this;
        }

        /** Sets {@code spec.behavior.scaleUp}: how fast replicas may be added. */
        public Builder scaleUp(Consumer<ScalingRules> rules) {
            spec().object("behavior").object("scaleUp").block(ScalingRules::new, rules);
            return this;
        }

        /** Sets {@code spec.behavior.scaleDown}: how fast replicas may be removed. */
        public Builder scaleDown(Consumer<ScalingRules> rules) {
            spec().object("behavior").object("scaleDown").block(ScalingRules::new, rules);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<HorizontalPodAutoscalerBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler.class,
                    HorizontalPodAutoscalerBuilder::new,
                    edit));
        }

        private Builder utilization(String resource, int percent) {
            Fields metric = metric("Resource").object("resource");
            metric.set("name", resource);
            Fields target = metric.object("target");
            target.set("type", "Utilization");
            target.set("averageUtilization", percent, 1, Integer.MAX_VALUE);
            return this;
        }

        private Fields metric(String type) {
            Fields metric = spec().append("metrics");
            metric.set("type", type);
            return metric;
        }
    }
}
