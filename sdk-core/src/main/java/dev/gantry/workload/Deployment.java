package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Scalable;
import dev.gantry.Selectable;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.raw.ModelEdit;
import dev.gantry.raw.RawObjects;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.time.Duration;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A number of equal pods that can be replaced step by step.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/deployment-v1/">Deployment</a>
 */
public final class Deployment extends Resource implements Selectable, Scalable {

    private static final Kind KIND = Kind.namespaced("apps/v1", "Deployment");

    private final SortedMap<String, String> selector;

    private Deployment(Builder builder) {
        super(builder);
        this.selector = entries("spec", "selector", "matchLabels");
    }

    /**
     * Makes a Deployment.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static Deployment of(String name, Consumer<Builder> options) {
        return new Deployment(configured(new Builder(name), options));
    }

    /** Names a Deployment that exists outside the program, in the namespace of whoever names it. */
    @CheckReturnValue
    public static Deployment existing(String name) {
        return new Deployment(external(new Builder(name)));
    }

    /**
     * Names the Deployment of this name among objects of files, so that it can be referred to as if the program had made it. One that
     * is not there is a finding.
     *
     * @param objects such as {@code Raw.directory("manifests")}; they are added to a stack
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @CheckReturnValue
    public static Deployment from(RawObjects objects, String name) {
        return new Deployment(view(new Builder(name), RawObjects.named(objects, KIND, name)));
    }

    /** Names the Deployment of this name that exists outside the program, in that namespace. */
    @CheckReturnValue
    public Deployment in(String namespace) {
        return new Deployment(external(new Builder(name()), namespace));
    }

    @Override
    public SortedMap<String, String> selector() {
        return selector;
    }

    /** Builds a {@link Deployment}. */
    public static final class Builder extends WorkloadBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /** Sets {@code spec.replicas}, 0 or more. Leave it out where an autoscaler decides. */
        public Builder replicas(int replicas) {
            spec().set("replicas", replicas, 0, Integer.MAX_VALUE);
            return this;
        }

        /** Sets {@code spec.progressDeadlineSeconds}: after which time without progress a rollout has failed. */
        public Builder progressDeadline(Duration duration) {
            spec().seconds("progressDeadlineSeconds", duration, 1);
            return this;
        }

        /** Sets {@code spec.paused}: changes of the pod template are not rolled out. */
        public Builder paused(boolean paused) {
            spec().set("paused", paused);
            return this;
        }

        /** Sets {@code spec.strategy} to {@code Recreate}: all old pods stop before the first new one starts. */
        public Builder recreate() {
            spec().replace("strategy").set("type", "Recreate");
            return this;
        }

        /**
         * Sets {@code spec.strategy} to {@code RollingUpdate}.
         *
         * @param maxSurge how many pods there may be beyond {@code replicas}
         * @param maxUnavailable how many pods may be missing from {@code replicas}; not 0 if {@code maxSurge} is 0
         */
        public Builder rollingUpdate(IntOrPercent maxSurge, IntOrPercent maxUnavailable) {
            var strategy = spec().replace("strategy");
            strategy.set("type", "RollingUpdate");
            var limits = strategy.object("rollingUpdate");
            limits.set("maxSurge", maxSurge);
            limits.set("maxUnavailable", maxUnavailable);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<DeploymentBuilder> edit) {
            return edit(
                    ModelEdit.of(io.fabric8.kubernetes.api.model.apps.Deployment.class, DeploymentBuilder::new, edit));
        }
    }
}
