package dev.gantry.fake.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;

/** The status of workloads, as their controllers would write it. */
final class Rollouts {

    private final Desk desk;

    Rollouts(Desk desk) {
        this.desk = desk;
    }

    /**
     * Writes a status.
     *
     * @param state whether it is ready, on its way, or has failed
     */
    void write(String kind, ObjectNode object, State state) {
        ObjectNode status = Json.objectAt(object, "status");
        int replicas = Json.at(object, "spec", "replicas").asInt(1);
        switch (kind) {
            case "Deployment" -> deployment(object, status, replicas, state);
            case "StatefulSet" -> statefulSet(object, status, replicas, state);
            case "ReplicaSet" -> {
                observe(object, status);
                counts(status, state, replicas, "readyReplicas", "availableReplicas");
                status.put("replicas", replicas);
            }
            case "DaemonSet" -> daemonSet(object, status, state);
            case "Job" -> job(object, status, state);
            case "Pod" -> pod(object, status, state);
            default -> throw new IllegalArgumentException(kind);
        }
    }

    /** How far it has come. */
    enum State {
        READY,
        WAITING,
        FAILED
    }

    private static void observe(ObjectNode object, ObjectNode status) {
        status.put(
                "observedGeneration", Json.at(object, "metadata", "generation").asLong());
    }

    private static void counts(ObjectNode status, State state, int replicas, String... fields) {
        for (String field : fields) {
            if (state == State.READY && replicas > 0) {
                status.put(field, replicas);
            } else {
                status.remove(field);
            }
        }
    }

    private void deployment(ObjectNode object, ObjectNode status, int replicas, State state) {
        observe(object, status);
        status.put("replicas", replicas).put("updatedReplicas", replicas);
        counts(status, state, replicas, "readyReplicas", "availableReplicas");
        boolean ready = state == State.READY;
        if (ready) {
            status.remove("unavailableReplicas");
        } else {
            status.put("unavailableReplicas", replicas);
        }
        desk.condition(
                status,
                "Available",
                ready,
                ready ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                "Deployment " + (ready ? "has" : "does not have") + " minimum availability.");
        String replicaSet = "ReplicaSet \"" + Json.text(object, "metadata", "name") + "-5c9f8b7d4\" ";
        switch (state) {
            case READY ->
                desk.condition(
                        status,
                        "Progressing",
                        true,
                        "NewReplicaSetAvailable",
                        replicaSet + "has successfully progressed.");
            case WAITING ->
                desk.condition(status, "Progressing", true, "ReplicaSetUpdated", replicaSet + "is progressing.");
            case FAILED ->
                desk.condition(
                        status,
                        "Progressing",
                        false,
                        "ProgressDeadlineExceeded",
                        replicaSet + "has timed out progressing.");
        }
    }

    private static void statefulSet(ObjectNode object, ObjectNode status, int replicas, State state) {
        observe(object, status);
        String name = Json.text(object, "metadata", "name");
        String update = name + "-" + Json.at(object, "metadata", "generation").asLong();
        status.put("replicas", replicas).put("updateRevision", update).put("collisionCount", 0);
        status.put("availableReplicas", 0);
        counts(status, state, replicas, "readyReplicas", "availableReplicas", "currentReplicas", "updatedReplicas");
        if (state == State.READY) {
            status.put("currentRevision", update);
        } else if (!status.has("currentRevision")) {
            status.put("currentRevision", name + "-0");
        }
    }

    private static void daemonSet(ObjectNode object, ObjectNode status, State state) {
        observe(object, status);
        status.put("desiredNumberScheduled", 1).put("currentNumberScheduled", 1).put("numberMisscheduled", 0);
        status.put("updatedNumberScheduled", 1).put("numberReady", state == State.READY ? 1 : 0);
        counts(status, state, 1, "numberAvailable");
        if (state == State.READY) {
            status.remove("numberUnavailable");
        } else {
            status.put("numberUnavailable", 1);
        }
    }

    private void job(ObjectNode object, ObjectNode status, State state) {
        int completions = Json.at(object, "spec", "completions").asInt(1);
        if (!status.has("startTime")) {
            status.put("startTime", desk.time().get());
        }
        switch (state) {
            case READY -> {
                status.put("succeeded", completions).put("ready", 0).remove("active");
                if (!status.has("completionTime")) {
                    status.put("completionTime", desk.time().get());
                }
                desk.condition(
                        status,
                        "SuccessCriteriaMet",
                        true,
                        "CompletionsReached",
                        "Reached expected number of succeeded pods");
                desk.condition(
                        status, "Complete", true, "CompletionsReached", "Reached expected number of succeeded pods");
            }
            case WAITING -> status.put("active", 1).put("ready", 1);
            case FAILED -> {
                status.put("failed", 1).put("ready", 0).remove("active");
                desk.condition(
                        status,
                        "FailureTarget",
                        true,
                        "BackoffLimitExceeded",
                        "Job has reached the specified backoff limit");
                desk.condition(
                        status, "Failed", true, "BackoffLimitExceeded", "Job has reached the specified backoff limit");
            }
        }
    }

    private void pod(ObjectNode object, ObjectNode status, State state) {
        boolean ready = state == State.READY;
        status.put("phase", ready ? "Running" : "Pending");
        status.putArray("containerStatuses");
        for (ObjectNode container : Json.objects(Json.at(object, "spec", "containers"))) {
            ObjectNode entry = status.withArray("containerStatuses").addObject();
            entry.put("name", Json.text(container, "name")).put("image", Json.text(container, "image"));
            entry.put("imageID", "").put("ready", ready).put("restartCount", state == State.FAILED ? 5 : 0);
            switch (state) {
                case READY -> entry.putObject("state").putObject("running");
                case WAITING -> entry.putObject("state").putObject("waiting").put("reason", "ContainerCreating");
                case FAILED ->
                    entry.putObject("state")
                            .putObject("waiting")
                            .put("reason", "CrashLoopBackOff")
                            .put("message", "back-off 5m0s restarting failed container");
            }
        }
        if (state == State.FAILED) {
            status.put("phase", "Running");
        }
        desk.condition(status, "Ready", ready, ready ? "" : "ContainersNotReady", "");
    }
}
