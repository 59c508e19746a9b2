package dev.gantry.cluster;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ResourceBuilder;
import dev.gantry.extension.ValueRule;
import dev.gantry.raw.ModelEdit;
import dev.gantry.raw.RawObjects;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClassBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How important pods are: which are placed first, and which have to go when there is no room.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/priority-class-v1/">PriorityClass</a>
 */
public final class PriorityClass extends Resource {

    private static final Kind KIND = Kind.cluster("scheduling.k8s.io/v1", "PriorityClass");
    private static final int MOST = 1_000_000_000;
    private static final String RESERVED = "system-";

    private PriorityClass(Builder builder) {
        super(builder);
    }

    /**
     * Makes a class.
     *
     * @param name a DNS subdomain that does not begin with {@code system-}
     * @param value the more, the more important; at most 1000000000, and below 0 for what is less important than pods
     *     without a class
     */
    @CheckReturnValue
    public static PriorityClass of(String name, int value, Consumer<Builder> options) {
        return new PriorityClass(configured(new Builder(name, value), options));
    }

    /**
     * Names a class that exists outside the program, such as {@code system-cluster-critical} and
     * {@code system-node-critical}, which every cluster has.
     */
    @CheckReturnValue
    public static PriorityClass existing(String name) {
        return new PriorityClass(external(new Builder(name)));
    }

    /**
     * Names the PriorityClass of this name among objects of files, so that it can be referred to as if the program had made it. One that
     * is not there is a finding.
     *
     * @param objects such as {@code Raw.directory("manifests")}; they are added to a stack
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @CheckReturnValue
    public static PriorityClass from(RawObjects objects, String name) {
        return new PriorityClass(view(new Builder(name), RawObjects.named(objects, KIND, name)));
    }

    /** Builds a {@link PriorityClass}. */
    public static final class Builder extends ResourceBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        private Builder(@Nullable String name, int value) {
            this(name);
            if (name != null && name.startsWith(RESERVED)) {
                metadata()
                        .flaw(
                                "name",
                                ValueRule.NAME,
                                "\"" + name + "\" begins with \"" + RESERVED + "\", which Kubernetes keeps for itself.",
                                "Give another name, or name a class of the cluster with existing(name).");
            }
            root().set("value", value, Integer.MIN_VALUE, MOST);
        }

        /** Sets {@code globalDefault}: whether it is the class of pods that name none; {@code false} by default. */
        public Builder globalDefault(boolean theDefault) {
            root().set("globalDefault", theDefault);
            return this;
        }

        /** Sets {@code description}: for which pods it is meant. */
        public Builder description(String text) {
            root().set("description", text);
            return this;
        }

        /** Sets {@code preemptionPolicy}; {@link PreemptionPolicy#PREEMPT_LOWER_PRIORITY} where it is not set. */
        public Builder preemptionPolicy(PreemptionPolicy policy) {
            root().set("preemptionPolicy", policy);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<PriorityClassBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass.class,
                    PriorityClassBuilder::new,
                    edit));
        }
    }
}
