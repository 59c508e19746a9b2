package dev.gantry.model;

import static java.time.Duration.ofMinutes;

import dev.gantry.workload.ConcurrencyPolicy;
import dev.gantry.workload.Cron;
import dev.gantry.workload.CronJob;
import dev.gantry.workload.RestartPolicy;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpecBuilder;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

final class CronJobCases {

    private CronJobCases() {}

    static List<Case> cases() {
        return List.of(
                cronJob(
                        "a clock",
                        c -> c.timeZone("Europe/Berlin")
                                .startingDeadline(ofMinutes(7))
                                .concurrencyPolicy(ConcurrencyPolicy.FORBID),
                        s -> s.withTimeZone("Europe/Berlin")
                                .withStartingDeadlineSeconds(420L)
                                .withConcurrencyPolicy("Forbid")),
                cronJob(
                        "a history",
                        c -> c.successfulJobsHistoryLimit(5).failedJobsHistoryLimit(8),
                        s -> s.withSuccessfulJobsHistoryLimit(5).withFailedJobsHistoryLimit(8)),
                cronJob("a schedule that rests", c -> c.suspend(true), s -> s.withSuspend(true)),
                cronJob("a schedule that goes on", c -> c.suspend(false), s -> s.withSuspend(false)),
                cronJob(
                        "Jobs that wait",
                        c -> c.suspendJobs(true),
                        s -> s.editJobTemplate()
                                .editSpec()
                                .withSuspend(true)
                                .endSpec()
                                .endJobTemplate()),
                cronJob(
                        "Jobs that do not wait",
                        c -> c.suspendJobs(false),
                        s -> s.editJobTemplate()
                                .editSpec()
                                .withSuspend(false)
                                .endSpec()
                                .endJobTemplate()),
                cronJob(
                        "labels of Jobs and pods",
                        c -> c.jobLabel("team", "data")
                                .jobAnnotation("example.com/note", "x y")
                                .podLabel("app", "report")
                                .backoffLimit(2),
                        s -> s.editJobTemplate()
                                .withNewMetadata()
                                .addToLabels("team", "data")
                                .addToAnnotations("example.com/note", "x y")
                                .endMetadata()
                                .editSpec()
                                .withBackoffLimit(2)
                                .editTemplate()
                                .withNewMetadata()
                                .addToLabels("app", "report")
                                .endMetadata()
                                .endTemplate()
                                .endSpec()
                                .endJobTemplate()));
    }

    private static Case cronJob(
            String name, Consumer<CronJob.Builder> options, UnaryOperator<CronJobSpecBuilder> byHand) {
        CronJobSpecBuilder spec = new CronJobSpecBuilder()
                .withSchedule("30 4 * * mon-fri")
                .withNewJobTemplate()
                .withNewSpec()
                .withNewTemplate()
                .withNewSpec()
                .withRestartPolicy("Never")
                .endSpec()
                .endTemplate()
                .endSpec()
                .endJobTemplate();
        return new Case(
                "a CronJob with " + name,
                CronJob.of("report", Cron.of("30 4 * * mon-fri"), RestartPolicy.NEVER, options),
                new CronJobBuilder()
                        .withMetadata(Cases.named("report").build())
                        .withSpec(byHand.apply(spec).build())
                        .build());
    }
}
