package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Resizable;
import dev.gantry.Selectable;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ValueRule;
import dev.gantry.raw.ModelEdit;
import dev.gantry.raw.RawObjects;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One pod on every node, or on every node that its placement allows.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/daemon-set-v1/">DaemonSet</a>
 */
public final class DaemonSet extends Resource implements Selectable, Resizable {

    private static final Kind KIND = Kind.namespaced("apps/v1", "DaemonSet");

    private final SortedMap<String, String> selector;

    private DaemonSet(Builder builder) {
        super(builder);
        this.selector = entries("spec", "selector", "matchLabels");
    }

    /**
     * Makes a DaemonSet.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static DaemonSet of(String name, Consumer<Builder> options) {
        return new DaemonSet(configured(new Builder(name), options));
    }

    /** Names a DaemonSet that exists outside the program, in the namespace of whoever names it. */
    @CheckReturnValue
    public static DaemonSet existing(String name) {
        return new DaemonSet(external(new Builder(name)));
    }

    /**
     * Names the DaemonSet of this name among objects of files, so that it can be referred to as if the program had made it. One that
     * is not there is a finding.
     *
     * @param objects such as {@code Raw.directory("manifests")}; they are added to a stack
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @CheckReturnValue
    public static DaemonSet from(RawObjects objects, String name) {
        return new DaemonSet(view(new Builder(name), RawObjects.named(objects, KIND, name)));
    }

    /** Names the DaemonSet of this name that exists outside the program, in that namespace. */
    @CheckReturnValue
    public DaemonSet in(String namespace) {
        return new DaemonSet(external(new Builder(name()), namespace));
    }

    @Override
    public SortedMap<String, String> selector() {
        return selector;
    }

    /** Builds a {@link DaemonSet}. */
    public static final class Builder extends WorkloadBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /**
         * Sets {@code spec.updateStrategy} to {@code RollingUpdate}. One of the two must be 0, and the other must not.
         *
         * @param maxSurge on how many nodes a new pod may start before the old one stops; 0 by default
         * @param maxUnavailable on how many nodes the pod may be missing; 1 by default
         */
        public Builder rollingUpdate(IntOrPercent maxSurge, IntOrPercent maxUnavailable) {
            Fields strategy = spec().replace("updateStrategy");
            strategy.set("type", "RollingUpdate");
            Fields limits = strategy.object("rollingUpdate");
            limits.set("maxSurge", maxSurge);
            limits.set("maxUnavailable", maxUnavailable);
            if (maxSurge != null && maxUnavailable != null && maxSurge.value() > 0 && maxUnavailable.value() > 0) {
                limits.flaw(
                        "maxSurge",
                        ValueRule.CONFLICT,
                        "maxSurge is " + maxSurge + " and maxUnavailable is " + maxUnavailable + ".",
                        "Set one of the two to 0: a node gets the new pod before the old one stops, or after.");
            }
            return this;
        }

        /** Sets {@code spec.updateStrategy} to {@code OnDelete}: a pod gets the new template when somebody deletes it. */
        public Builder onDelete() {
            spec().replace("updateStrategy").set("type", "OnDelete");
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<DaemonSetBuilder> edit) {
            return edit(
                    ModelEdit.of(io.fabric8.kubernetes.api.model.apps.DaemonSet.class, DaemonSetBuilder::new, edit));
        }
    }
}
