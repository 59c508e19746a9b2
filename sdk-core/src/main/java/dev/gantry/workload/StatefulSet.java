package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Destination;
import dev.gantry.Scalable;
import dev.gantry.Selectable;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.References;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.raw.ModelEdit;
import dev.gantry.raw.RawObjects;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A number of pods, each with a name and storage of its own that it keeps when it is replaced.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/stateful-set-v1/">StatefulSet</a>
 */
public final class StatefulSet extends Resource implements Selectable, Scalable {

    private static final Kind KIND = Kind.namespaced("apps/v1", "StatefulSet").named(Syntax.DNS_LABEL);

    private final SortedMap<String, String> selector;

    private StatefulSet(Builder builder) {
        super(builder);
        this.selector = entries("spec", "selector", "matchLabels");
    }

    /**
     * Makes a StatefulSet.
     *
     * @param name a DNS label of at most 52 characters; the pods are called {@code <name>-0} and so on
     */
    @CheckReturnValue
    public static StatefulSet of(String name, Consumer<Builder> options) {
        return new StatefulSet(configured(new Builder(name), options));
    }

    /** Names a StatefulSet that exists outside the program, in the namespace of whoever names it. */
    @CheckReturnValue
    public static StatefulSet existing(String name) {
        return new StatefulSet(external(new Builder(name)));
    }

    /**
     * Names the StatefulSet of this name among objects of files, so that it can be referred to as if the program had made it. One that
     * is not there is a finding.
     *
     * @param objects such as {@code Raw.directory("manifests")}; they are added to a stack
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @CheckReturnValue
    public static StatefulSet from(RawObjects objects, String name) {
        return new StatefulSet(view(new Builder(name), RawObjects.named(objects, KIND, name)));
    }

    /** Names the StatefulSet of this name that exists outside the program, in that namespace. */
    @CheckReturnValue
    public StatefulSet in(String namespace) {
        return new StatefulSet(external(new Builder(name()), namespace));
    }

    @Override
    public SortedMap<String, String> selector() {
        return selector;
    }

    /** Builds a {@link StatefulSet}. */
    public static final class Builder extends WorkloadBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /** Sets {@code spec.replicas}, 0 or more; 1 by default. Leave it out where an autoscaler decides. */
        public Builder replicas(int replicas) {
            spec().set("replicas", replicas, 0, Integer.MAX_VALUE);
            return this;
        }

        /**
         * Sets {@code spec.serviceName}: the headless Service under which each pod has a DNS name of its own, such as
         * {@code db-0.db.shop.svc.cluster.local}. Make it first, with {@code headless()} and the labels of these pods as its
         * {@code selector(key, value)}. It cannot be changed later.
         */
        public Builder service(Destination headlessService) {
            References.name(spec(), "serviceName", headlessService == null ? null : headlessService.resource());
            return this;
        }

        /**
         * Sets {@code spec.podManagementPolicy}; {@link PodManagementPolicy#ORDERED_READY} where it is not set. It cannot be
         * changed later.
         */
        public Builder podManagementPolicy(PodManagementPolicy policy) {
            spec().set("podManagementPolicy", policy);
            return this;
        }

        /**
         * Sets {@code spec.updateStrategy} to {@code RollingUpdate}, from the last pod down to the one of this number.
         *
         * @param partition 0 for all pods; those with a smaller number keep the old template
         */
        public Builder rollingUpdate(int partition) {
            rolling(partition);
            return this;
        }

        /**
         * Sets {@code spec.updateStrategy} to {@code RollingUpdate}, from the last pod down to the one of this number, several
         * at a time.
         *
         * @param partition 0 for all pods; those with a smaller number keep the old template
         * @param maxUnavailable how many pods may be missing meanwhile, not 0; 1 where it is not set. Clusters without the
         *     feature {@code MaxUnavailableStatefulSet} ignore it
         */
        public Builder rollingUpdate(int partition, IntOrPercent maxUnavailable) {
            Fields limits = rolling(partition);
            limits.set("maxUnavailable", maxUnavailable);
            if (maxUnavailable != null && maxUnavailable.value() == 0) {
                limits.flaw(
                        "maxUnavailable",
                        ValueRule.RANGE,
                        maxUnavailable + " is out of range.",
                        "Give at least 1, or the update could never begin.");
            }
            return this;
        }

        /** Sets {@code spec.updateStrategy} to {@code OnDelete}: a pod gets the new template when somebody deletes it. */
        public Builder onDelete() {
            spec().replace("updateStrategy").set("type", "OnDelete");
            return this;
        }

        /**
         * Sets {@code spec.ordinals.start}: the number of the first pod; 0 where it is not set.
         *
         * @param number 0 or more
         */
        public Builder startOrdinal(int number) {
            spec().object("ordinals").set("start", number, 0, Integer.MAX_VALUE);
            return this;
        }

        /**
         * Sets {@code spec.persistentVolumeClaimRetentionPolicy}: what becomes of claims that were made for the pods.
         *
         * @param whenDeleted when the StatefulSet is deleted; {@link PersistentVolumeClaimRetention#RETAIN} by default
         * @param whenScaled when their pod goes because there are to be fewer; {@link PersistentVolumeClaimRetention#RETAIN} by default
         */
        public Builder persistentVolumeClaimRetentionPolicy(
                PersistentVolumeClaimRetention whenDeleted, PersistentVolumeClaimRetention whenScaled) {
            Fields policy = spec().object("persistentVolumeClaimRetentionPolicy");
            policy.set("whenDeleted", whenDeleted);
            policy.set("whenScaled", whenScaled);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<StatefulSetBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.kubernetes.api.model.apps.StatefulSet.class, StatefulSetBuilder::new, edit));
        }

        @Override
        Fields claimTemplates() {
            return spec();
        }

        private Fields rolling(int partition) {
            Fields strategy = spec().replace("updateStrategy");
            strategy.set("type", "RollingUpdate");
            Fields limits = strategy.object("rollingUpdate");
            limits.set("partition", partition, 0, Integer.MAX_VALUE);
            return limits;
        }
    }
}
