package dev.gantry.workload;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.ValueRule;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of Job and CronJob share: how often pods run, and what happens when they fail.
 *
 * @param <B> the builder's own type
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/job-v1/#JobSpec">JobSpec</a>
 */
public abstract class JobSpecBuilder<B extends JobSpecBuilder<B>> extends PodTemplateBuilder<B> {

    private static final int MOST_RULES = 20;

    JobSpecBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /** Sets {@code parallelism}: how many pods run at the same time at most, 0 or more; 1 by default. */
    public final B parallelism(int pods) {
        jobSpec().set("parallelism", pods, 0, Integer.MAX_VALUE);
        return self();
    }

    /**
     * Sets {@code completions}: how many pods must succeed. Where it is not set, the Job is done when one pod has
     * succeeded and the others have stopped.
     *
     * @param pods 0 or more
     */
    public final B completions(int pods) {
        jobSpec().set("completions", pods, 0, Integer.MAX_VALUE);
        return self();
    }

    /**
     * Sets {@code completionMode}; {@link CompletionMode#NON_INDEXED} where it is not set. {@link CompletionMode#INDEXED}
     * needs {@code completions}.
     */
    public final B completionMode(CompletionMode mode) {
        jobSpec().set("completionMode", mode);
        return self();
    }

    /**
     * Sets {@code backoffLimit}: how many failures are made good by another try; one more and the Job has failed. 6 by
     * default, or no limit where there is one for each index.
     *
     * @param retries 0 or more; with 0, the first failure ends the Job
     */
    public final B backoffLimit(int retries) {
        jobSpec().set("backoffLimit", retries, 0, Integer.MAX_VALUE);
        return self();
    }

    /**
     * Sets {@code backoffLimitPerIndex}: how many failures of an index are made good by another try; one more and the
     * index has failed. For {@link CompletionMode#INDEXED}. No limit of its own where it is not set.
     *
     * @param retries 0 or more; with 0, the first failure ends the index
     */
    public final B backoffLimitPerIndex(int retries) {
        jobSpec().set("backoffLimitPerIndex", retries, 0, Integer.MAX_VALUE);
        return self();
    }

    /**
     * Sets {@code maxFailedIndexes}: when more indexes than that have failed, so has the Job; needs
     * {@code backoffLimitPerIndex}. All indexes are tried where it is not set.
     *
     * @param indexes 0 to 100000, and at most {@code completions}
     */
    public final B maxFailedIndexes(int indexes) {
        jobSpec().set("maxFailedIndexes", indexes, 0, 100_000);
        return self();
    }

    /**
     * Sets {@code activeDeadlineSeconds} of the Job: after which time it has failed and its pods are stopped, however many
     * times they were tried; never where it is not set.
     *
     * @param deadline in whole seconds
     */
    public final B activeDeadline(Duration deadline) {
        jobSpec().seconds("activeDeadlineSeconds", deadline, 0, Long.MAX_VALUE);
        return self();
    }

    /**
     * Sets {@code activeDeadlineSeconds} of each pod: after which time the pod is stopped, and has failed; never where it is
     * not set.
     *
     * @param deadline 1 second or more
     */
    public final B podActiveDeadline(Duration deadline) {
        podSpec().seconds("activeDeadlineSeconds", deadline, 1);
        return self();
    }

    /**
     * Sets {@code ttlSecondsAfterFinished}: how long after its end the Job is deleted, with its pods; it stays where it is
     * not set.
     *
     * @param duration in whole seconds
     */
    public final B ttlAfterFinished(Duration duration) {
        jobSpec().seconds("ttlSecondsAfterFinished", duration, 0);
        return self();
    }

    /**
     * Sets {@code podReplacementPolicy}; {@link PodReplacementPolicy#TERMINATING_OR_FAILED} where it is not set, or
     * {@link PodReplacementPolicy#FAILED} where there is a pod failure policy.
     */
    public final B podReplacementPolicy(PodReplacementPolicy policy) {
        jobSpec().set("podReplacementPolicy", policy);
        return self();
    }

    /**
     * Adds to {@code podFailurePolicy.rules}: what is done about certain failures, by the first rule that is true of the
     * pod. For {@link RestartPolicy#NEVER}.
     *
     * @param rules at most 20
     * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy">Pod failure
     *     policy</a>
     */
    public final B podFailurePolicy(PodFailurePolicyRule... rules) {
        Fields policy = jobSpec().object("podFailurePolicy");
        if (policy.given("rules", rules)) {
            for (PodFailurePolicyRule rule : rules) {
                policy.add("rules", rule);
            }
            tooMany(policy);
        }
        return self();
    }

    /**
     * Adds to {@code successPolicy.rules}: the Job has succeeded as soon as one of the rules is true, and its other pods
     * are stopped. For {@link CompletionMode#INDEXED}.
     *
     * @param rules at most 20
     * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/job/#success-policy">Success policy</a>
     */
    public final B successPolicy(SuccessPolicyRule... rules) {
        Fields policy = jobSpec().object("successPolicy");
        if (policy.given("rules", rules)) {
            for (SuccessPolicyRule rule : rules) {
                policy.add("rules", rule);
            }
            tooMany(policy);
        }
        return self();
    }

    @Override
    final Fields templateOwner() {
        return jobSpec();
    }

    /** When containers are started again; a Job has to say it. */
    final B restartPolicy(@Nullable RestartPolicy policy) {
        podSpec().set("restartPolicy", policy);
        return self();
    }

    /** The {@code spec} of the Job, or of the Jobs that are made from a template. */
    abstract Fields jobSpec();

    private static void tooMany(Fields policy) {
        var rules = policy.get("rules");
        if (rules != null && rules.size() > MOST_RULES) {
            policy.flaw(
                    "rules",
                    ValueRule.RANGE,
                    "There are " + rules.size() + " rules.",
                    "Give at most " + MOST_RULES + ".");
        }
    }
}
