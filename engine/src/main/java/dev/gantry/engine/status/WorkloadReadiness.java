package dev.gantry.engine.status;

import com.fasterxml.jackson.databind.JsonNode;

/** The rules of what keeps pods running. */
final class WorkloadReadiness {

    private WorkloadReadiness() {}

    static Readiness deployment(JsonNode live) {
        if (live.path("spec").path("paused").asBoolean()) {
            return Readiness.ready();
        }
        JsonNode status = live.path("status");
        long desired = replicas(live);
        long available = status.path("availableReplicas").asLong();
        var stuck = Condition.of(live, "Progressing")
                .filter(condition -> condition.reason().equals("ProgressDeadlineExceeded"));
        if (stuck.isPresent()) {
            return Readiness.failed("it made no progress for too long, and " + Pods.are(available, desired, "available")
                    + failure(live, stuck.get().detail()));
        }
        long created = status.path("replicas").asLong();
        if (created < desired) {
            return Readiness.inProgress(Pods.are(created, desired, "created") + failure(live, ""));
        }
        long updated = status.path("updatedReplicas").asLong();
        if (updated < desired) {
            return Readiness.inProgress(Pods.are(updated, desired, "updated") + failure(live, ""));
        }
        if (created > desired) {
            return Readiness.inProgress(Pods.surplus(created - desired));
        }
        if (available < desired) {
            return Readiness.inProgress(Pods.are(available, desired, "available"));
        }
        long ready = status.path("readyReplicas").asLong();
        if (ready < desired) {
            return Readiness.inProgress(Pods.are(ready, desired, "ready"));
        }
        return Condition.isTrue(live, "Available") ? Readiness.ready() : missing(live, "Available");
    }

    static Readiness statefulSet(JsonNode live) {
        JsonNode strategy = live.path("spec").path("updateStrategy");
        if (strategy.path("type").asText().equals("OnDelete")) {
            return Readiness.ready();
        }
        JsonNode status = live.path("status");
        long desired = replicas(live);
        long created = status.path("replicas").asLong();
        if (created < desired) {
            return Readiness.inProgress(Pods.are(created, desired, "created"));
        }
        long ready = status.path("readyReplicas").asLong();
        if (ready < desired) {
            return Readiness.inProgress(Pods.are(ready, desired, "ready"));
        }
        if (created > desired) {
            return Readiness.inProgress(Pods.surplus(created - desired));
        }
        long updated = status.path("updatedReplicas").asLong();
        long partition = strategy.path("rollingUpdate").path("partition").asLong();
        if (partition > 0) {
            long due = Math.max(0, desired - partition);
            return updated < due
                    ? Readiness.inProgress(Pods.are(updated, due, "updated (partition " + partition + ")"))
                    : Readiness.ready();
        }
        boolean one = status.path("currentRevision").equals(status.path("updateRevision"));
        return one ? Readiness.ready() : Readiness.inProgress(Pods.are(updated, desired, "updated"));
    }

    static Readiness daemonSet(JsonNode live) {
        JsonNode status = live.path("status");
        if (!status.has("observedGeneration")) {
            return Readiness.inProgress("its controller has not seen it yet");
        }
        boolean onDelete =
                live.path("spec").path("updateStrategy").path("type").asText().equals("OnDelete");
        long desired = status.path("desiredNumberScheduled").asLong();
        long created = status.path("currentNumberScheduled").asLong();
        if (created < desired) {
            return Readiness.inProgress(Pods.are(created, desired, "created"));
        }
        long updated = status.path("updatedNumberScheduled").asLong();
        if (updated < desired && !onDelete) {
            return Readiness.inProgress(Pods.are(updated, desired, "updated"));
        }
        long available = status.path("numberAvailable").asLong();
        if (available < desired) {
            return Readiness.inProgress(Pods.are(available, desired, "available"));
        }
        long ready = status.path("numberReady").asLong();
        return ready < desired ? Readiness.inProgress(Pods.are(ready, desired, "ready")) : Readiness.ready();
    }

    static Readiness job(JsonNode live) {
        if (Condition.isTrue(live, "Complete")) {
            return Readiness.ready();
        }
        var failed = Condition.of(live, "Failed").filter(Condition::isTrue);
        if (failed.isPresent()) {
            return Readiness.failed(sentence("it failed", failed.get().detail()));
        }
        JsonNode spec = live.path("spec");
        if (spec.path("suspend").asBoolean()) {
            return Readiness.ready();
        }
        JsonNode status = live.path("status");
        if (!status.has("startTime")) {
            return Readiness.inProgress("it has not started yet");
        }
        long failures = status.path("failed").asLong();
        String tries = failures == 0 ? "" : ", " + failures + " failed";
        // Without a number of completions, the pods themselves know when the work is done.
        return Readiness.inProgress(
                spec.has("completions")
                        ? Pods.are(
                                        status.path("succeeded").asLong(),
                                        spec.path("completions").asLong(),
                                        "done")
                                + tries
                        : "it runs" + tries);
    }

    private static long replicas(JsonNode live) {
        return live.path("spec").path("replicas").asLong(1);
    }

    /** Why there are no more pods, where the server refuses to make them: a quota, or an admission webhook. */
    private static String failure(JsonNode live, String otherwise) {
        String detail = Condition.of(live, "ReplicaFailure")
                .filter(Condition::isTrue)
                .map(Condition::detail)
                .orElse(otherwise);
        return detail.isEmpty() ? "" : ": " + detail;
    }

    static Readiness missing(JsonNode live, String type) {
        return Readiness.inProgress(Condition.of(live, type)
                .map(Condition::words)
                .orElse("its controller has not reported " + type + " yet"));
    }

    static String sentence(String what, String detail) {
        return detail.isEmpty() ? what : what + ": " + detail;
    }
}
