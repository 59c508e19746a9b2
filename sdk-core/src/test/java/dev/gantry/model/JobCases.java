package dev.gantry.model;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import dev.gantry.workload.CompletionMode;
import dev.gantry.workload.ConditionStatus;
import dev.gantry.workload.Job;
import dev.gantry.workload.PodFailurePolicyAction;
import dev.gantry.workload.PodFailurePolicyRule;
import dev.gantry.workload.PodReplacementPolicy;
import dev.gantry.workload.RestartPolicy;
import dev.gantry.workload.SuccessPolicyRule;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpecBuilder;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

final class JobCases {

    private JobCases() {}

    static List<Case> cases() {
        return List.of(
                job(
                        "numbers",
                        j -> j.parallelism(3).completions(12).backoffLimit(4),
                        s -> s.withParallelism(3).withCompletions(12).withBackoffLimit(4)),
                job(
                        "indexes",
                        j -> j.completionMode(CompletionMode.INDEXED)
                                .backoffLimitPerIndex(2)
                                .maxFailedIndexes(5),
                        s -> s.withCompletionMode("Indexed")
                                .withBackoffLimitPerIndex(2)
                                .withMaxFailedIndexes(5)),
                job(
                        "an end",
                        j -> j.activeDeadline(ofHours(2))
                                .podActiveDeadline(ofMinutes(20))
                                .ttlAfterFinished(ofMinutes(90)),
                        s -> s.withActiveDeadlineSeconds(7200L)
                                .withTtlSecondsAfterFinished(5400)
                                .editTemplate()
                                .editSpec()
                                .withActiveDeadlineSeconds(1200L)
                                .endSpec()
                                .endTemplate()),
                job(
                        "a pause",
                        j -> j.suspend(true).podReplacementPolicy(PodReplacementPolicy.FAILED),
                        s -> s.withSuspend(true).withPodReplacementPolicy("Failed")),
                job("no pause", j -> j.suspend(false), s -> s.withSuspend(false)),
                job(
                        "rules about failures",
                        j -> j.podFailurePolicy(
                                PodFailurePolicyRule.onExitCodes(PodFailurePolicyAction.FAIL_JOB, 42, 43)
                                        .container("main"),
                                PodFailurePolicyRule.onOtherExitCodes(PodFailurePolicyAction.COUNT, 0, 7),
                                PodFailurePolicyRule.onPodCondition(PodFailurePolicyAction.IGNORE, "DisruptionTarget"),
                                PodFailurePolicyRule.onPodCondition(
                                        PodFailurePolicyAction.FAIL_INDEX, "example.com/fit", ConditionStatus.FALSE)),
                        s -> s.withNewPodFailurePolicy()
                                .addNewRule()
                                .withAction("FailJob")
                                .withNewOnExitCodes()
                                .withContainerName("main")
                                .withOperator("In")
                                .withValues(42, 43)
                                .endOnExitCodes()
                                .endRule()
                                .addNewRule()
                                .withAction("Count")
                                .withNewOnExitCodes()
                                .withOperator("NotIn")
                                .withValues(0, 7)
                                .endOnExitCodes()
                                .endRule()
                                .addNewRule()
                                .withAction("Ignore")
                                .addNewOnPodCondition("True", "DisruptionTarget")
                                .endRule()
                                .addNewRule()
                                .withAction("FailIndex")
                                .addNewOnPodCondition("False", "example.com/fit")
                                .endRule()
                                .endPodFailurePolicy()),
                job(
                        "rules about success",
                        j -> j.successPolicy(
                                SuccessPolicyRule.succeededIndexes("0,2-4,7").atLeast(3),
                                SuccessPolicyRule.succeededCount(9)),
                        s -> s.withNewSuccessPolicy()
                                .addNewRule(3, "0,2-4,7")
                                .addNewRule(9, null)
                                .endSuccessPolicy()),
                job(
                        "labels and annotations of pods",
                        j -> j.podLabel("app", "report").podAnnotation("example.com/note", "a b"),
                        s -> s.editTemplate()
                                .withNewMetadata()
                                .addToLabels("app", "report")
                                .addToAnnotations("example.com/note", "a b")
                                .endMetadata()
                                .endTemplate()));
    }

    private static Case job(String name, Consumer<Job.Builder> options, UnaryOperator<JobSpecBuilder> byHand) {
        JobSpecBuilder spec = new JobSpecBuilder()
                .withNewTemplate()
                .withNewSpec()
                .withRestartPolicy("OnFailure")
                .endSpec()
                .endTemplate();
        return new Case(
                "a Job with " + name,
                Job.of("report", RestartPolicy.ON_FAILURE, options),
                new JobBuilder()
                        .withMetadata(Cases.named("report").build())
                        .withSpec(byHand.apply(spec).build())
                        .build());
    }
}
