package dev.gantry.cluster;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ValueRule;
import dev.gantry.raw.ModelEdit;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How much each container, pod or claim of a namespace may have, and what it gets where it says nothing.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/limit-range-v1/">LimitRange</a>
 */
public final class LimitRange extends Resource {

    private static final Kind KIND = Kind.namespaced("v1", "LimitRange");

    private LimitRange(Builder builder) {
        super(builder);
    }

    /**
     * Makes a LimitRange.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static LimitRange of(String name, Consumer<Builder> options) {
        return new LimitRange(configured(new Builder(name), options));
    }

    /** Builds a {@link LimitRange}. */
    public static final class Builder extends NamespacedBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /** Adds to {@code spec.limits} what goes for each container; once. */
        public Builder container(Consumer<ContainerLimits> options) {
            item("Container").block(ContainerLimits::new, options);
            return this;
        }

        /** Adds to {@code spec.limits} what goes for all containers of a pod together; once. */
        public Builder pod(Consumer<PodLimits> options) {
            item("Pod").block(PodLimits::new, options);
            return this;
        }

        /** Adds to {@code spec.limits} what goes for each claim of storage; once. */
        public Builder persistentVolumeClaim(Consumer<ClaimLimits> options) {
            item("PersistentVolumeClaim").block(ClaimLimits::new, options);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<LimitRangeBuilder> edit) {
            return edit(ModelEdit.of(io.fabric8.kubernetes.api.model.LimitRange.class, LimitRangeBuilder::new, edit));
        }

        private Fields item(String type) {
            boolean repeated = spec().item("limits", "type", type) != null;
            Fields item = spec().append("limits");
            item.set("type", type);
            if (repeated) {
                item.flaw(
                        "type",
                        ValueRule.CONFLICT,
                        "There is another item of the type " + type + ".",
                        "Say all of it in one block.");
            }
            return item;
        }
    }
}
