package dev.gantry.workload;

import dev.gantry.cluster.PreemptionPolicy;
import dev.gantry.cluster.PriorityClass;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.References;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where and when the pods of a kind run.
 *
 * @param <B> the builder's own type
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#scheduling">Scheduling</a>
 */
public abstract class PodPlacementBuilder<B extends PodPlacementBuilder<B>> extends NamespacedBuilder<B> {

    PodPlacementBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /** Adds to {@code nodeSelector}: a label that a node must have. */
    public final B nodeSelector(String key, String value) {
        Entries.label(podSpec().object("nodeSelector"), key, value);
        return self();
    }

    /** Sets {@code nodeName}: the node, without asking the scheduler. */
    public final B nodeName(String name) {
        podSpec().set("nodeName", name, Syntax.DNS_SUBDOMAIN);
        return self();
    }

    /** Sets {@code affinity.nodeAffinity}: which nodes the pod wants. */
    public final B nodeAffinity(Consumer<NodeAffinity> options) {
        podSpec().object("affinity").object("nodeAffinity").block(NodeAffinity::new, options);
        return self();
    }

    /** Sets {@code affinity.podAffinity}: near which other pods the pod wants to be. */
    public final B podAffinity(Consumer<PodAffinity> options) {
        podSpec().object("affinity").object("podAffinity").block(PodAffinity::new, options);
        return self();
    }

    /** Sets {@code affinity.podAntiAffinity}: near which other pods the pod does not want to be. */
    public final B podAntiAffinity(Consumer<PodAffinity> options) {
        podSpec().object("affinity").object("podAntiAffinity").block(PodAffinity::new, options);
        return self();
    }

    /** Adds to {@code tolerations}: nodes with these taints are allowed. */
    public final B tolerations(Toleration... tolerations) {
        if (podSpec().given("tolerations", tolerations)) {
            for (Toleration toleration : tolerations) {
                podSpec().add("tolerations", toleration);
            }
        }
        return self();
    }

    /**
     * Adds to {@code topologySpreadConstraints}: how evenly pods spread.
     *
     * @param maxSkew by how many pods domains may differ, 1 or more
     * @param topologyKey the label of nodes that says what a domain is, such as {@code topology.kubernetes.io/zone}
     * @param action what happens to a pod that cannot be placed so
     */
    public final B topologySpread(
            int maxSkew, String topologyKey, UnsatisfiableAction action, Consumer<TopologySpreadConstraint> options) {
        Fields constraint = podSpec().append("topologySpreadConstraints");
        constraint.set("maxSkew", maxSkew, 1, Integer.MAX_VALUE);
        constraint.set("topologyKey", topologyKey, Syntax.LABEL_KEY, ValueRule.LABEL);
        constraint.set("whenUnsatisfiable", action);
        constraint.block(TopologySpreadConstraint::new, options);
        return self();
    }

    /** Sets {@code priorityClassName}: how important the pod is; the cluster's default class where it is not set. */
    public final B priorityClass(PriorityClass priority) {
        References.name(podSpec(), "priorityClassName", priority);
        return self();
    }

    /** Sets {@code preemptionPolicy}; {@link PreemptionPolicy#PREEMPT_LOWER_PRIORITY} where it is not set. */
    public final B preemptionPolicy(PreemptionPolicy policy) {
        podSpec().set("preemptionPolicy", policy);
        return self();
    }

    /** Sets {@code schedulerName}: who places the pod; {@code default-scheduler} where it is not set. */
    public final B schedulerName(String name) {
        podSpec().set("schedulerName", name, Syntax.NOT_EMPTY);
        return self();
    }

    /** Adds to {@code schedulingGates}: the pod is not placed before somebody has taken these away. */
    public final B schedulingGates(String... names) {
        return named("schedulingGates", "name", names);
    }

    /** Adds to {@code readinessGates}: conditions that somebody sets, without which the pod is not ready. */
    public final B readinessGates(String... conditionTypes) {
        return named("readinessGates", "conditionType", conditionTypes);
    }

    /** Sets {@code runtimeClassName}: how containers are run; as the node is set up where it is not set. */
    public final B runtimeClassName(String name) {
        podSpec().set("runtimeClassName", name, Syntax.DNS_SUBDOMAIN);
        return self();
    }

    /** Sets {@code os}: what the containers are made for; anything where it is not set. */
    public final B os(OperatingSystem system) {
        podSpec().object("os").set("name", system);
        return self();
    }

    private B named(String list, String field, String... names) {
        if (podSpec().given(list, names)) {
            for (String name : names) {
                podSpec().append(list).set(field, name, Syntax.LABEL_KEY, ValueRule.NAME);
            }
        }
        return self();
    }

    /** The pod's {@code spec}. */
    abstract Fields podSpec();
}
