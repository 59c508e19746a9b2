package dev.gantry.istio;

import dev.gantry.Selectable;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of policies for workloads share. A policy that selects no workload holds for its whole namespace; one in
 * Istio's root namespace, {@code istio-system} unless set, for the whole mesh.
 *
 * @param <B> the builder's own type
 */
public abstract class PolicyBuilder<B extends PolicyBuilder<B>> extends NamespacedBuilder<B> {

    /** Begins a policy. */
    protected PolicyBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /**
     * Sets {@code spec.selector} to the labels that the selector of a workload asks for: the policy holds for its pods.
     *
     * @param workload a workload of the same namespace
     * @see <a href="https://istio.io/latest/docs/reference/config/type/workload-selector/">WorkloadSelector</a>
     */
    public final B selects(Selectable workload) {
        if (spec().given("selector", workload)) {
            Fields labels = spec().replace("selector").object("matchLabels");
            Entries.podLabels(labels, workload.selector(), workload.resource());
            spec().refer("selector", workload.resource());
        }
        return self();
    }

    /** Adds a label to {@code spec.selector.matchLabels}, for pods that the program does not make, or for those of several workloads. */
    public final B selector(String key, String value) {
        Entries.label(spec().object("selector").object("matchLabels"), key, value);
        return self();
    }
}
