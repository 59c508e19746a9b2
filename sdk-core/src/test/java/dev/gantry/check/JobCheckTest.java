package dev.gantry.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.workload.CompletionMode;
import dev.gantry.workload.Cron;
import dev.gantry.workload.CronJob;
import dev.gantry.workload.Job;
import dev.gantry.workload.PodFailurePolicyAction;
import dev.gantry.workload.PodFailurePolicyRule;
import dev.gantry.workload.PodReplacementPolicy;
import dev.gantry.workload.RestartPolicy;
import dev.gantry.workload.SuccessPolicyRule;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JobCheckTest {

    private static final Image IMAGE = Image.of("example.com/report:7");

    @Test
    void should_reject_a_job_whose_pods_are_always_restarted() {
        assertThat(report(app -> app.stack("shop", s -> s.namespace("shop"))
                        .add(Job.of("report", RestartPolicy.ALWAYS, j -> j.container("main", IMAGE, c -> {}))))) // @job
                .isEqualTo(Lines.fill(JobCheckTest.class, """
                        error GTY-WRK-014 @job Job shop/report spec.template.spec.restartPolicy
                          The restart policy is Always.
                          hint: Pass RestartPolicy.NEVER or RestartPolicy.ON_FAILURE.
                        """));
    }

    @Test
    void should_reject_the_template_of_a_cron_job_without_a_restart_policy() {
        assertThat(findings(app -> app.stack("shop")
                        .add(CronJob.of(
                                "report",
                                Cron.hourly(),
                                RestartPolicy.NEVER,
                                c -> c.container("main", IMAGE, o -> {})
                                        .rawTree(tree -> tree.withObject("/spec/jobTemplate/spec/template/spec")
                                                .remove("restartPolicy"))))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly(
                        "GTY-WRK-014 spec.jobTemplate.spec.template.spec.restartPolicy The pods have no restart"
                                + " policy, which means Always.");
    }

    @Test
    void should_reject_a_failure_policy_for_containers_that_are_restarted() {
        assertThat(found(
                        RestartPolicy.ON_FAILURE,
                        j -> j.podFailurePolicy(PodFailurePolicyRule.onExitCodes(PodFailurePolicyAction.FAIL_JOB, 3))))
                .containsExactly("GTY-WRK-015 spec.template.spec.restartPolicy A pod failure policy needs the restart"
                        + " policy Never, but it is OnFailure.");
    }

    @Test
    void should_reject_a_failure_policy_that_nobody_can_keep() {
        assertThat(found(
                        RestartPolicy.NEVER,
                        j -> j.podReplacementPolicy(PodReplacementPolicy.TERMINATING_OR_FAILED)
                                .podFailurePolicy(
                                        PodFailurePolicyRule.onExitCodes(PodFailurePolicyAction.FAIL_INDEX, 3),
                                        PodFailurePolicyRule.onExitCodes(PodFailurePolicyAction.COUNT, 4)
                                                .container("other"))))
                .containsExactly(
                        "GTY-WRK-015 spec.podReplacementPolicy Where there is a pod failure policy, pods are replaced only"
                                + " when they have stopped.",
                        "GTY-WRK-015 spec.podFailurePolicy.rules[0].action No index can fail for itself without"
                                + " backoffLimitPerIndex.",
                        "GTY-WRK-015 spec.podFailurePolicy.rules[1].onExitCodes.containerName The pods have no container"
                                + " \"other\".");
    }

    @Test
    void should_reject_what_needs_indexes_where_there_are_none() {
        assertThat(found(
                        RestartPolicy.NEVER,
                        j -> j.backoffLimitPerIndex(1)
                                .maxFailedIndexes(2)
                                .successPolicy(SuccessPolicyRule.succeededCount(1))))
                .containsExactly(
                        "GTY-WRK-015 spec.backoffLimitPerIndex The pods of this Job have no indexes, which"
                                + " backoffLimitPerIndex needs.",
                        "GTY-WRK-015 spec.maxFailedIndexes The pods of this Job have no indexes, which maxFailedIndexes"
                                + " needs.",
                        "GTY-WRK-015 spec.successPolicy The pods of this Job have no indexes, which successPolicy needs.");
    }

    @Test
    void should_reject_indexes_whose_number_does_not_fit() {
        assertThat(found(RestartPolicy.NEVER, j -> j.completionMode(CompletionMode.INDEXED)))
                .containsExactly(
                        "GTY-WRK-015 spec.completionMode A Job with an index for each pod does not say how many"
                                + " there are.");
        assertThat(found(
                        RestartPolicy.NEVER,
                        j -> j.completionMode(CompletionMode.INDEXED)
                                .completions(4)
                                .maxFailedIndexes(5)))
                .containsExactly(
                        "GTY-WRK-015 spec.maxFailedIndexes 5 indexes may fail, but there are only 4.",
                        "GTY-WRK-015 spec.maxFailedIndexes No index can fail for itself without backoffLimitPerIndex.");
    }

    @Test
    void should_accept_a_job_with_everything() {
        assertThat(found(
                        RestartPolicy.NEVER,
                        j -> j.completionMode(CompletionMode.INDEXED)
                                .completions(4)
                                .parallelism(2)
                                .backoffLimitPerIndex(1)
                                .maxFailedIndexes(4)
                                .successPolicy(SuccessPolicyRule.succeededIndexes("0-2"))
                                .podReplacementPolicy(PodReplacementPolicy.FAILED)
                                .initContainer("prepare", IMAGE, c -> {})
                                .podFailurePolicy(
                                        PodFailurePolicyRule.onExitCodes(PodFailurePolicyAction.FAIL_INDEX, 3)
                                                .container("main"),
                                        PodFailurePolicyRule.onExitCodes(PodFailurePolicyAction.FAIL_JOB, 9)
                                                .container("prepare"))))
                .isEmpty();
    }

    @Test
    void should_reject_names_that_are_too_long_for_what_is_made_of_them() {
        assertThat(findings(cronJob("c".repeat(53))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly(
                        "GTY-WRK-016 metadata.name The name has 53 characters; 52 are allowed, since the name of"
                                + " each Job adds 11 to it.");
        assertThat(findings(job("j".repeat(64), j -> {})))
                .extracting(f -> f.message())
                .containsExactly("The name has 64 characters; 63 are allowed, since it is a label of the pods.");
        assertThat(findings(job("j".repeat(61), indexed(11))))
                .extracting(f -> f.message())
                .containsExactly(
                        "The name has 61 characters; 60 are allowed, since the host names of pods add the index to it.");
    }

    @Test
    void should_accept_names_that_just_fit() {
        assertThat(findings(cronJob("c".repeat(52)))).isEmpty();
        assertThat(findings(job("j".repeat(63), j -> {}))).isEmpty();
        assertThat(findings(job("j".repeat(61), indexed(10)))).isEmpty();
    }

    private static Consumer<Job.Builder> indexed(int pods) {
        return j -> j.completionMode(CompletionMode.INDEXED).completions(pods);
    }

    private static Consumer<App> cronJob(String name) {
        return app -> app.stack("shop")
                .add(CronJob.of(name, Cron.hourly(), RestartPolicy.NEVER, c -> c.container("main", IMAGE, o -> {})));
    }

    private static Consumer<App> job(String name, Consumer<Job.Builder> options) {
        return app -> app.stack("shop").add(Job.of(name, RestartPolicy.NEVER, j -> {
            j.container("main", IMAGE, c -> {});
            options.accept(j);
        }));
    }

    private static List<String> found(RestartPolicy policy, Consumer<Job.Builder> options) {
        return findings(app -> app.stack("shop").add(Job.of("report", policy, j -> {
                    j.container("main", IMAGE, c -> {});
                    options.accept(j);
                })))
                .stream()
                .map(f -> f.code() + " " + f.field() + " " + f.message())
                .toList();
    }
}
