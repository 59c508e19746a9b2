package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Finding;
import java.util.List;

/** Looks at Jobs, and at those that CronJobs make: how they end, and that their fields can stand together. */
final class JobCheck {

    private static final List<String> FOR_INDEXES =
            List.of("backoffLimitPerIndex", "maxFailedIndexes", "successPolicy");

    /** What is made of a Job's name is a label of its pods. */
    private static final int LONGEST_NAME = 63;

    /** To the name of a CronJob, 11 characters are added for each Job. */
    private static final int LONGEST_CRON_NAME = 52;

    private final Model model;
    private final Workloads workloads;
    private final Findings findings;

    JobCheck(Model model, Workloads workloads, Findings findings) {
        this.model = model;
        this.workloads = workloads;
        this.findings = findings;
    }

    void check() {
        for (Manifest job : model.ofKind("batch", "Job")) {
            JsonNode spec = job.tree().path("spec");
            checkName(job, spec);
            checkSpec(job, spec, "spec");
        }
        for (Manifest cronJob : model.ofKind("batch", "CronJob")) {
            int length = cronJob.id().name().length();
            if (length > LONGEST_CRON_NAME) {
                tooLong(cronJob, length, LONGEST_CRON_NAME, "since the name of each Job adds 11 to it");
            }
            JsonNode spec = cronJob.tree().path("spec").path("jobTemplate").path("spec");
            checkSpec(cronJob, spec, "spec.jobTemplate.spec");
        }
    }

    private void checkName(Manifest job, JsonNode spec) {
        int length = job.id().name().length();
        int completions = spec.path("completions").asInt();
        if (isIndexed(spec) && completions > 0) {
            int suffix = 1 + Integer.toString(completions - 1).length();
            if (length + suffix > LONGEST_NAME) {
                tooLong(job, length, LONGEST_NAME - suffix, "since the host names of pods add the index to it");
            }
        } else if (length > LONGEST_NAME) {
            tooLong(job, length, LONGEST_NAME, "since it is a label of the pods");
        }
    }

    private void tooLong(Manifest job, int length, int allowed, String why) {
        findings.add(
                job,
                "metadata.name",
                Finding.of(
                                WorkloadRule.LONG_NAME,
                                "The name has " + length + " characters; " + allowed + " are allowed, " + why + ".")
                        .hint("Choose a shorter name."));
    }

    private void checkSpec(Manifest job, JsonNode spec, String path) {
        String policy = spec.path("template").path("spec").path("restartPolicy").asText();
        boolean judged = !spec.path("podFailurePolicy").isMissingNode();
        if (policy.isEmpty() || policy.equals("Always")) {
            findings.add(
                    job,
                    path + ".template.spec.restartPolicy",
                    Finding.of(
                                    WorkloadRule.RESTART_POLICY,
                                    policy.isEmpty()
                                            ? "The pods have no restart policy, which means Always."
                                            : "The restart policy is Always.")
                            .hint("Pass RestartPolicy.NEVER or RestartPolicy.ON_FAILURE."));
        } else if (judged && !policy.equals("Never")) {
            add(
                    job,
                    path + ".template.spec.restartPolicy",
                    "A pod failure policy needs the restart policy Never, but it is " + policy + ".",
                    "Pass RestartPolicy.NEVER.");
        }
        checkIndexes(job, spec, path);
        if (judged) {
            checkFailurePolicy(job, spec, path);
        }
    }

    private void checkIndexes(Manifest job, JsonNode spec, String path) {
        if (isIndexed(spec)) {
            JsonNode completions = spec.path("completions");
            if (completions.isMissingNode()) {
                add(
                        job,
                        path + ".completionMode",
                        "A Job with an index for each pod does not say how many there are.",
                        "Call completions(pods).");
            } else if (spec.path("maxFailedIndexes").asInt() > completions.asInt()) {
                add(
                        job,
                        path + ".maxFailedIndexes",
                        spec.path("maxFailedIndexes").asText() + " indexes may fail, but there are only "
                                + completions.asText() + ".",
                        "Allow at most as many as there are completions.");
            }
        } else {
            for (String field : FOR_INDEXES) {
                if (spec.has(field)) {
                    add(
                            job,
                            path + "." + field,
                            "The pods of this Job have no indexes, which " + field + " needs.",
                            "Call completionMode(CompletionMode.INDEXED), and completions(pods).");
                }
            }
        }
        if (spec.has("maxFailedIndexes") && !spec.has("backoffLimitPerIndex")) {
            add(
                    job,
                    path + ".maxFailedIndexes",
                    "No index can fail for itself without backoffLimitPerIndex.",
                    "Call backoffLimitPerIndex(failures).");
        }
    }

    private void checkFailurePolicy(Manifest job, JsonNode spec, String path) {
        if (spec.path("podReplacementPolicy").asText().equals("TerminatingOrFailed")) {
            add(
                    job,
                    path + ".podReplacementPolicy",
                    "Where there is a pod failure policy, pods are replaced only when they have stopped.",
                    "Pass PodReplacementPolicy.FAILED, or leave it out.");
        }
        JsonNode rules = spec.path("podFailurePolicy").path("rules");
        for (int i = 0; i < rules.size(); i++) {
            JsonNode rule = rules.path(i);
            if (rule.path("action").asText().equals("FailIndex") && !spec.has("backoffLimitPerIndex")) {
                add(
                        job,
                        path + ".podFailurePolicy.rules[" + i + "].action",
                        "No index can fail for itself without backoffLimitPerIndex.",
                        "Call backoffLimitPerIndex(failures), or choose another action.");
            }
            String container = rule.path("onExitCodes").path("containerName").asText();
            if (!container.isEmpty() && !hasContainer(job, container)) {
                add(
                        job,
                        path + ".podFailurePolicy.rules[" + i + "].onExitCodes.containerName",
                        "The pods have no container \"" + container + "\".",
                        "Name one that they have, or leave it out for all of them.");
            }
        }
    }

    private static boolean isIndexed(JsonNode spec) {
        return spec.path("completionMode").asText().equals("Indexed");
    }

    private boolean hasContainer(Manifest job, String name) {
        Workload workload = workloads.of(job);
        return workload != null && workload.container(name) != null;
    }

    private void add(Manifest job, String field, String message, String hint) {
        findings.add(job, field, Finding.of(WorkloadRule.JOB, message).hint(hint));
    }
}
