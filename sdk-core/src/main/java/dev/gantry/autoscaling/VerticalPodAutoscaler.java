package dev.gantry.autoscaling;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Resizable;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.References;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.raw.ModelEdit;
import io.fabric8.autoscaling.api.model.v1.VerticalPodAutoscalerBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes what the containers of a workload request, by what they were seen to use. It is an addition to Kubernetes that
 * a cluster must have.
 *
 * @see <a href="https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/api.md">
 *     VerticalPodAutoscaler</a>
 */
public final class VerticalPodAutoscaler extends Resource {

    private static final Kind KIND = Kind.namespaced("autoscaling.k8s.io/v1", "VerticalPodAutoscaler");

    private VerticalPodAutoscaler(Builder builder) {
        super(builder);
    }

    /**
     * Makes a vertical autoscaler.
     *
     * @param name a DNS subdomain
     * @param target the workload whose containers it looks after
     */
    @CheckReturnValue
    public static VerticalPodAutoscaler of(String name, Resizable target, Consumer<Builder> options) {
        return new VerticalPodAutoscaler(configured(new Builder(name, target), options));
    }

    /** Builds a {@link VerticalPodAutoscaler}. */
    public static final class Builder extends NamespacedBuilder<Builder> {

        private Builder(@Nullable String name, Resizable target) {
            super(KIND, name);
            if (spec().given("targetRef", target)) {
                References.typed(spec(), "targetRef", target.resource());
            }
        }

        /**
         * Sets {@code spec.updatePolicy.updateMode}: when it applies what it recommends; {@link UpdateMode#RECREATE} where
         * it is not set, and {@link UpdateMode#AUTO}, which does the same, where the autoscaler is older than 1.5.
         */
        public Builder updateMode(UpdateMode mode) {
            spec().object("updatePolicy").set("updateMode", mode);
            return this;
        }

        /**
         * Sets {@code spec.updatePolicy.minReplicas}: how many pods must run so that one of them may be evicted; 2 where it
         * is not set, unless the autoscaler is set up otherwise. Needs {@link #updateMode(UpdateMode)}.
         *
         * @param replicas 1 or more
         */
        public Builder minReplicas(int replicas) {
            spec().object("updatePolicy").set("minReplicas", replicas, 1, Integer.MAX_VALUE);
            return this;
        }

        /**
         * Adds to {@code spec.updatePolicy.evictionRequirements}: pods are evicted only if this and all other requirements
         * are met. Needs {@link #updateMode(UpdateMode)}.
         *
         * @param change in which direction the recommendation must go
         * @param resources for one of which it must, {@code cpu} or {@code memory}
         */
        public Builder evictionRequirement(EvictionChangeRequirement change, String... resources) {
            Fields requirement = spec().object("updatePolicy").append("evictionRequirements");
            requirement.addAll("resources", Syntax.NOT_EMPTY, resources);
            requirement.set("changeRequirement", change);
            return this;
        }

        /**
         * Adds to {@code spec.resourcePolicy.containerPolicies}: how it looks after one container.
         *
         * @param name the container's name
         */
        public Builder container(String name, Consumer<ContainerResourcePolicy> options) {
            Fields policy = spec().object("resourcePolicy").append("containerPolicies");
            policy.set("containerName", name, Syntax.DNS_LABEL);
            policy.block(ContainerResourcePolicy::new, options);
            return this;
        }

        /**
         * Adds to {@code spec.resourcePolicy.containerPolicies}: how it looks after all containers that have no policy of
         * their own, {@code *}.
         */
        public Builder allContainers(Consumer<ContainerResourcePolicy> options) {
            Fields policy = spec().object("resourcePolicy").append("containerPolicies");
            policy.set("containerName", "*");
            policy.block(ContainerResourcePolicy::new, options);
            return this;
        }

        /**
         * Sets {@code spec.recommenders} to one: who recommends; the cluster's default recommender where it is not set.
         *
         * @param name that of a recommender which the cluster has
         */
        public Builder recommender(String name) {
            spec().append("recommenders").set("name", name, Syntax.NOT_EMPTY);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<VerticalPodAutoscalerBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.autoscaling.api.model.v1.VerticalPodAutoscaler.class,
                    VerticalPodAutoscalerBuilder::new,
                    edit));
        }
    }
}
