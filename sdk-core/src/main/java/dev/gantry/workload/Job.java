package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Resizable;
import dev.gantry.Selectable;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.raw.ModelEdit;
import dev.gantry.raw.RawObjects;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs pods until enough of them have succeeded. Its pod template cannot be changed once it is there: another run is a
 * Job of another name.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/job-v1/">Job</a>
 */
public final class Job extends Resource implements Selectable, Resizable {

    private static final Kind KIND = Kind.namespaced("batch/v1", "Job");

    private final SortedMap<String, String> podLabels;

    private Job(Builder builder) {
        super(builder);
        this.podLabels = entries("spec", "template", "metadata", "labels");
    }

    /**
     * Makes a Job.
     *
     * @param name a DNS subdomain of at most 63 characters
     * @param restartPolicy {@link RestartPolicy#NEVER} for a new pod after each failure, {@link RestartPolicy#ON_FAILURE} to
     *     start the containers again in the same pod
     */
    @CheckReturnValue
    public static Job of(String name, RestartPolicy restartPolicy, Consumer<Builder> options) {
        return new Job(configured(new Builder(name).restartPolicy(restartPolicy), options));
    }

    /** Names a Job that exists outside the program, in the namespace of whoever names it. */
    @CheckReturnValue
    public static Job existing(String name) {
        return new Job(external(new Builder(name)));
    }

    /**
     * Names the Job of this name among objects of files, so that it can be referred to as if the program had made it. One that
     * is not there is a finding.
     *
     * @param objects such as {@code Raw.directory("manifests")}; they are added to a stack
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @CheckReturnValue
    public static Job from(RawObjects objects, String name) {
        return new Job(view(new Builder(name), RawObjects.named(objects, KIND, name)));
    }

    /** Names the Job of this name that exists outside the program, in that namespace. */
    @CheckReturnValue
    public Job in(String namespace) {
        return new Job(external(new Builder(name()), namespace));
    }

    /** The labels of its pods, by {@code podLabel(key, value)}. */
    @Override
    public SortedMap<String, String> selector() {
        return podLabels;
    }

    /** Builds a {@link Job}. */
    public static final class Builder extends JobSpecBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /** Sets {@code spec.suspend}: no pods are made, and those that run are stopped; {@code false} by default. */
        public Builder suspend(boolean suspend) {
            spec().set("suspend", suspend);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<JobBuilder> edit) {
            return edit(ModelEdit.of(io.fabric8.kubernetes.api.model.batch.v1.Job.class, JobBuilder::new, edit));
        }

        @Override
        Fields jobSpec() {
            return spec();
        }
    }
}
