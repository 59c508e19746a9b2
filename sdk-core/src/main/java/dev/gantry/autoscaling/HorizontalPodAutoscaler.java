package dev.gantry.autoscaling;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.LabelSelector;
import dev.gantry.Quantity;
import dev.gantry.Scalable;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.References;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
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
            if (spec().given("scaleTargetRef", target)) {
                References.typed(spec(), "scaleTargetRef", target.resource());
            }
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

        /** Sets {@code spec.maxReplicas} only, 1 or more; {@code spec.minReplicas} is 1 then. */
        public Builder maxReplicas(int most) {
            spec().set("maxReplicas", most, 1, Integer.MAX_VALUE);
            return this;
        }

        /** Adds a metric: the CPU that all pods use, in percent of what their containers request. */
        public Builder cpuUtilization(int percent) {
            return resource("cpu", MetricTarget.utilization(percent));
        }

        /** Adds a metric: the memory that all pods use, in percent of what their containers request. */
        public Builder memoryUtilization(int percent) {
            return resource("memory", MetricTarget.utilization(percent));
        }

        /** Adds a metric: the CPU that a pod uses, averaged over all pods. */
        public Builder cpuAverage(String average) {
            return cpuAverage(Quantity.of(average));
        }

        /** Adds a metric: the CPU that a pod uses, averaged over all pods. */
        public Builder cpuAverage(Quantity average) {
            return resource("cpu", MetricTarget.average(average));
        }

        /** Adds a metric: the memory that a pod uses, averaged over all pods. */
        public Builder memoryAverage(String average) {
            return memoryAverage(Quantity.of(average));
        }

        /** Adds a metric: the memory that a pod uses, averaged over all pods. */
        public Builder memoryAverage(Quantity average) {
            return resource("memory", MetricTarget.average(average));
        }

        /**
         * Adds a metric: what one container of each pod uses, in percent of what it requests.
         *
         * @param container the container's name
         * @param resource {@code cpu} or {@code memory}
         * @param percent 1 or more
         * @see <a
         *     href="https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#container-resource-metrics">
         *     Container resource metrics</a>
         */
        public Builder containerUtilization(String container, String resource, int percent) {
            return container(container, resource, MetricTarget.utilization(percent));
        }

        /**
         * Adds a metric: what one container of each pod uses, averaged over all pods.
         *
         * @param container the container's name
         * @param resource {@code cpu} or {@code memory}
         * @param average the target for each pod
         */
        public Builder containerAverage(String container, String resource, String average) {
            return containerAverage(container, resource, Quantity.of(average));
        }

        /**
         * Adds a metric: what one container of each pod uses, averaged over all pods.
         *
         * @param container the container's name
         * @param resource {@code cpu} or {@code memory}
         * @param average the target for each pod
         */
        public Builder containerAverage(String container, String resource, Quantity average) {
            return container(container, resource, MetricTarget.average(average));
        }

        /**
         * Adds a metric of the pods, averaged over them.
         *
         * @param metric its name in the custom metrics API
         * @param average the target for each pod
         */
        public Builder pods(String metric, String average) {
            return pods(metric, Quantity.of(average));
        }

        /**
         * Adds a metric of the pods, averaged over them.
         *
         * @param metric its name in the custom metrics API
         * @param average the target for each pod
         */
        public Builder pods(String metric, Quantity average) {
            pods(metric, MetricTarget.average(average));
            return this;
        }

        /**
         * Adds a metric of the pods, averaged over them.
         *
         * @param metric its name in the custom metrics API
         * @param average the target for each pod
         * @param selector which series of the metric are meant
         */
        public Builder pods(String metric, String average, LabelSelector selector) {
            return pods(metric, Quantity.of(average), selector);
        }

        /**
         * Adds a metric of the pods, averaged over them.
         *
         * @param metric its name in the custom metrics API
         * @param average the target for each pod
         * @param selector which series of the metric are meant
         */
        public Builder pods(String metric, Quantity average, LabelSelector selector) {
            pods(metric, MetricTarget.average(average)).set("selector", selector);
            return this;
        }

        /**
         * Adds a metric of another object of the same namespace.
         *
         * @param object such as a Service
         * @param metric its name in the custom metrics API
         * @param target a value, or an average over all pods
         */
        public Builder object(Resource object, String metric, MetricTarget target) {
            described(object, metric, target);
            return this;
        }

        /**
         * Adds a metric of another object of the same namespace.
         *
         * @param object such as a Service
         * @param metric its name in the custom metrics API
         * @param target a value, or an average over all pods
         * @param selector which series of the metric are meant
         */
        public Builder object(Resource object, String metric, MetricTarget target, LabelSelector selector) {
            described(object, metric, target).set("selector", selector);
            return this;
        }

        /**
         * Adds a metric that belongs to nothing in the cluster, such as the length of a queue.
         *
         * @param metric its name in the external metrics API
         * @param target a value, or an average over all pods
         */
        public Builder external(String metric, MetricTarget target) {
            measured("External", "external", metric, target);
            return this;
        }

        /**
         * Adds a metric that belongs to nothing in the cluster, such as the length of a queue.
         *
         * @param metric its name in the external metrics API
         * @param target a value, or an average over all pods
         * @param selector which series of the metric are meant
         */
        public Builder external(String metric, MetricTarget target, LabelSelector selector) {
            measured("External", "external", metric, target).object("metric").set("selector", selector);
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

        private Builder resource(String resource, MetricTarget target) {
            Fields metric = metric("Resource").object("resource");
            metric.set("name", resource);
            metric.set("target", target);
            return this;
        }

        private Builder container(String container, String resource, MetricTarget target) {
            Fields metric = metric("ContainerResource").object("containerResource");
            metric.set("name", resource, Syntax.NOT_EMPTY);
            metric.set("container", container, Syntax.DNS_LABEL);
            metric.set("target", target);
            return this;
        }

        private Fields pods(String metric, MetricTarget average) {
            return measured("Pods", "pods", metric, average).object("metric");
        }

        private Fields described(Resource object, String metric, MetricTarget target) {
            Fields source = measured("Object", "object", metric, target);
            if (source.given("describedObject", object)) {
                References.typed(source, "describedObject", object);
            }
            return source.object("metric");
        }

        private Fields measured(String type, String field, String metric, MetricTarget target) {
            Fields source = metric(type).object(field);
            source.object("metric").set("name", metric, Syntax.NOT_EMPTY);
            source.set("target", target);
            return source;
        }

        private Fields metric(String type) {
            Fields metric = spec().append("metrics");
            metric.set("type", type);
            return metric;
        }
    }
}
