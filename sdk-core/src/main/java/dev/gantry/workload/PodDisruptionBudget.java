package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.LabelSelector;
import dev.gantry.Selectable;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ValueRule;
import dev.gantry.raw.ModelEdit;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How many pods may be missing when nodes are drained or pods are evicted for another reason. Rollouts do not ask it.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/pod-disruption-budget-v1/">
 *     PodDisruptionBudget</a>
 */
public final class PodDisruptionBudget extends Resource {

    private static final Kind KIND = Kind.namespaced("policy/v1", "PodDisruptionBudget");

    private PodDisruptionBudget(Builder builder) {
        super(builder);
    }

    /**
     * Makes a PodDisruptionBudget. Say either {@code minAvailable} or {@code maxUnavailable}.
     *
     * @param name a DNS subdomain
     * @param pods the workload whose pods are meant: {@code spec.selector} is the workload's own
     */
    @CheckReturnValue
    public static PodDisruptionBudget of(String name, Selectable pods, Consumer<Builder> options) {
        return new PodDisruptionBudget(configured(new Builder(name).pods(pods), options));
    }

    /**
     * Makes a PodDisruptionBudget for pods that the program does not make, such as those of an operator. Say either
     * {@code minAvailable} or {@code maxUnavailable}.
     *
     * @param name a DNS subdomain
     * @param pods {@code spec.selector}: which pods of the namespace are meant
     */
    @CheckReturnValue
    public static PodDisruptionBudget forPods(String name, LabelSelector pods, Consumer<Builder> options) {
        return new PodDisruptionBudget(configured(new Builder(name).pods(pods), options));
    }

    /** Builds a {@link PodDisruptionBudget}. */
    public static final class Builder extends NamespacedBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        private Builder pods(Selectable pods) {
            if (spec().given("selector", pods)) {
                Fields labels = spec().object("selector").object("matchLabels");
                pods.selector().forEach(labels::set);
                spec().refer("selector", pods.resource());
            }
            return this;
        }

        private Builder pods(LabelSelector pods) {
            spec().set("selector", pods);
            return this;
        }

        /**
         * Sets {@code spec.minAvailable}: how many pods must stay; a share is rounded up. With a share, only pods of
         * workloads that can be scaled are counted.
         *
         * @param pods fewer than there are, or no pod could ever be evicted
         */
        public Builder minAvailable(IntOrPercent pods) {
            return either("minAvailable", pods, "maxUnavailable");
        }

        /**
         * Sets {@code spec.maxUnavailable}: how many pods may be missing; a share is rounded up. Only pods of workloads that
         * can be scaled are counted.
         *
         * @param pods more than 0, or no pod could ever be evicted
         */
        public Builder maxUnavailable(IntOrPercent pods) {
            return either("maxUnavailable", pods, "minAvailable");
        }

        /**
         * Sets {@code spec.unhealthyPodEvictionPolicy}; {@link UnhealthyPodEvictionPolicy#IF_HEALTHY_BUDGET} where it is not
         * set.
         */
        public Builder unhealthyPodEvictionPolicy(UnhealthyPodEvictionPolicy policy) {
            spec().set("unhealthyPodEvictionPolicy", policy);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<PodDisruptionBudgetBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget.class,
                    PodDisruptionBudgetBuilder::new,
                    edit));
        }

        private Builder either(String field, IntOrPercent pods, String other) {
            spec().set(field, pods);
            if (pods != null && pods.isPercent() && pods.value() > 100) {
                spec().flaw(field, ValueRule.RANGE, pods + " is out of range.", "Give at most 100%.");
            }
            if (spec().has(other)) {
                spec().flaw(
                                field,
                                ValueRule.CONFLICT,
                                "A PodDisruptionBudget cannot have both minAvailable and maxUnavailable.",
                                "Call minAvailable(...) or maxUnavailable(...), not both.");
            }
            return this;
        }
    }
}
