package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Resizable;
import dev.gantry.Selectable;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.TimeZones;
import dev.gantry.extension.ValueRule;
import dev.gantry.raw.ModelEdit;
import dev.gantry.raw.RawObjects;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import java.time.Duration;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes a Job again and again, by a schedule.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/cron-job-v1/">CronJob</a>
 */
public final class CronJob extends Resource implements Selectable, Resizable {

    private static final Kind KIND = Kind.namespaced("batch/v1", "CronJob");

    private final SortedMap<String, String> podLabels;

    private CronJob(Builder builder) {
        super(builder);
        this.podLabels = entries("spec", "jobTemplate", "spec", "template", "metadata", "labels");
    }

    /**
     * Makes a CronJob.
     *
     * @param name a DNS subdomain of at most 52 characters
     * @param schedule when a Job is made
     * @param restartPolicy {@link RestartPolicy#NEVER} for a new pod after each failure, {@link RestartPolicy#ON_FAILURE} to
     *     start the containers again in the same pod
     */
    @CheckReturnValue
    public static CronJob of(String name, Cron schedule, RestartPolicy restartPolicy, Consumer<Builder> options) {
        return new CronJob(configured(new Builder(name).schedule(schedule).restartPolicy(restartPolicy), options));
    }

    /** Names a CronJob that exists outside the program, in the namespace of whoever names it. */
    @CheckReturnValue
    public static CronJob existing(String name) {
        return new CronJob(external(new Builder(name)));
    }

    /**
     * Names the CronJob of this name among objects of files, so that it can be referred to as if the program had made it. One that
     * is not there is a finding.
     *
     * @param objects such as {@code Raw.directory("manifests")}; they are added to a stack
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @CheckReturnValue
    public static CronJob from(RawObjects objects, String name) {
        return new CronJob(view(new Builder(name), RawObjects.named(objects, KIND, name)));
    }

    /** Names the CronJob of this name that exists outside the program, in that namespace. */
    @CheckReturnValue
    public CronJob in(String namespace) {
        return new CronJob(external(new Builder(name()), namespace));
    }

    /** The labels of its pods, by {@code podLabel(key, value)}. */
    @Override
    public SortedMap<String, String> selector() {
        return podLabels;
    }

    /** Builds a {@link CronJob}. */
    public static final class Builder extends JobSpecBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        private Builder schedule(Cron schedule) {
            spec().set("schedule", schedule);
            return this;
        }

        /**
         * Sets {@code spec.timeZone}: where the clock hangs that the schedule goes by; that of the cluster's controller
         * manager, most often UTC, where it is not set.
         *
         * @param name of the time zone database, such as {@code Europe/Berlin} or {@code Etc/UTC}
         */
        public Builder timeZone(String name) {
            spec().set("timeZone", name);
            if (name != null && !TimeZones.contains(name)) {
                spec().flaw(
                                "timeZone",
                                ValueRule.TEXT,
                                "\"" + name + "\" is not in the time zone database.",
                                "Write it as continent and city, such as \"Europe/Berlin\", or \"Etc/UTC\".");
            }
            return this;
        }

        /** Sets {@code spec.concurrencyPolicy}; {@link ConcurrencyPolicy#ALLOW} where it is not set. */
        public Builder concurrencyPolicy(ConcurrencyPolicy policy) {
            spec().set("concurrencyPolicy", policy);
            return this;
        }

        /**
         * Sets {@code spec.startingDeadlineSeconds}: how late a Job may still be made when its time was missed; however late
         * where it is not set.
         *
         * @param deadline in whole seconds; with less than 10 seconds, Jobs may be left out
         */
        public Builder startingDeadline(Duration deadline) {
            spec().seconds("startingDeadlineSeconds", deadline, 0, Long.MAX_VALUE);
            return this;
        }

        /**
         * Sets {@code spec.suspend}: the schedule rests and no more Jobs are made, while those that run go on; {@code false}
         * by default.
         */
        public Builder suspend(boolean suspend) {
            spec().set("suspend", suspend);
            return this;
        }

        /**
         * Sets {@code spec.jobTemplate.spec.suspend}: Jobs are made by the schedule, but each waits until somebody resumes
         * it; {@code false} by default.
         */
        public Builder suspendJobs(boolean suspend) {
            jobSpec().set("suspend", suspend);
            return this;
        }

        /** Sets {@code spec.successfulJobsHistoryLimit}: how many Jobs that have succeeded are kept; 3 by default. */
        public Builder successfulJobsHistoryLimit(int jobs) {
            spec().set("successfulJobsHistoryLimit", jobs, 0, Integer.MAX_VALUE);
            return this;
        }

        /** Sets {@code spec.failedJobsHistoryLimit}: how many Jobs that have failed are kept; 1 by default. */
        public Builder failedJobsHistoryLimit(int jobs) {
            spec().set("failedJobsHistoryLimit", jobs, 0, Integer.MAX_VALUE);
            return this;
        }

        /** Adds a label to the Jobs: {@code spec.jobTemplate.metadata.labels}. */
        public Builder jobLabel(String key, String value) {
            Entries.label(jobTemplate().object("metadata").object("labels"), key, value);
            return this;
        }

        /** Adds an annotation to the Jobs: {@code spec.jobTemplate.metadata.annotations}. */
        public Builder jobAnnotation(String key, String value) {
            Entries.annotation(jobTemplate().object("metadata").object("annotations"), key, value);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<CronJobBuilder> edit) {
            return edit(
                    ModelEdit.of(io.fabric8.kubernetes.api.model.batch.v1.CronJob.class, CronJobBuilder::new, edit));
        }

        @Override
        Fields jobSpec() {
            return jobTemplate().object("spec");
        }

        private Fields jobTemplate() {
            return spec().object("jobTemplate");
        }
    }
}
