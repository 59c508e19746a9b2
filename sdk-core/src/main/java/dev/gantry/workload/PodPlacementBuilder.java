package dev.gantry.workload;

import dev.gantry.cluster.PreemptionPolicy;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import org.jspecify.annotations.Nullable;

/**
 * Where and when the pods of a kind run.
 *
 * @param <B> the builder's own type
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#scheduling">Scheduling</a>
 */
public abstract class PodPlacementBuilder<B extends PodPlacementBuilder<B>> extends PodFieldsBuilder<B> {

    PodPlacementBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /** Sets {@code nodeName}: the node, without asking the scheduler. */
    public final B nodeName(String name) {
        podSpec().set("nodeName", name, Syntax.DNS_SUBDOMAIN);
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
}
