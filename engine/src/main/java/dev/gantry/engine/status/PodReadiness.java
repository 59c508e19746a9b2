package dev.gantry.engine.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rule of a single pod. */
final class PodReadiness {

    /** How long a scheduler may look for a node: one that is found late was often just started for this pod. */
    private static final Duration SCHEDULING = Duration.ofSeconds(15);

    private PodReadiness() {}

    static Readiness of(JsonNode live, Instant now) {
        JsonNode status = live.path("status");
        String phase = status.path("phase").asText();
        if (phase.equals("Succeeded")) {
            return Readiness.ready();
        }
        if (phase.equals("Failed")) {
            String why = status.path("message").asText(status.path("reason").asText());
            return Readiness.failed(WorkloadReadiness.sentence("it failed", why));
        }
        for (JsonNode container : containers(status)) {
            if (reason(container).equals("CrashLoopBackOff")) {
                return Readiness.failed("container " + container.path("name").asText() + " crashes again and again ("
                        + container.path("restartCount").asLong() + " restarts)");
            }
        }
        if (phase.equals("Running") && Condition.isTrue(live, "Ready")) {
            return Readiness.ready();
        }
        var unscheduled = Condition.of(live, "PodScheduled")
                .filter(condition -> condition.isFalse() && condition.reason().equals("Unschedulable"));
        if (unscheduled.isPresent()) {
            String message = WorkloadReadiness.sentence(
                    "no node takes it", unscheduled.get().message());
            return unscheduled.get().since().isPresent() && !unscheduled.get().isYoungerThan(SCHEDULING, now)
                    ? Readiness.failed(message)
                    : Readiness.inProgress(message);
        }
        return Readiness.inProgress(progress(live, phase));
    }

    private static String progress(JsonNode live, String phase) {
        JsonNode status = live.path("status");
        for (JsonNode container : containers(status)) {
            String reason = reason(container);
            if (!reason.isEmpty() && !reason.equals("PodInitializing") && !reason.equals("ContainerCreating")) {
                return "container " + container.path("name").asText() + " waits: " + reason;
            }
        }
        int all = live.path("spec").path("containers").size();
        int ready = 0;
        for (JsonNode container : status.path("containerStatuses")) {
            ready += container.path("ready").asBoolean() ? 1 : 0;
        }
        if (phase.equals("Running")) {
            return ready + " of " + all + (all == 1 ? " container is ready" : " containers are ready");
        }
        return phase.isEmpty() ? "nothing has been reported of it yet" : "it is " + phase;
    }

    private static List<JsonNode> containers(JsonNode status) {
        List<JsonNode> containers = new ArrayList<>();
        status.path("initContainerStatuses").forEach(containers::add);
        status.path("containerStatuses").forEach(containers::add);
        return containers;
    }

    /** Why a container waits; empty if it does not. */
    private static String reason(JsonNode container) {
        return container.path("state").path("waiting").path("reason").asText();
    }
}
