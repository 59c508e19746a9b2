package dev.gantry.engine.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The rules of kinds that make no pods. */
final class ServerReadiness {

    /**
     * How long an autoscaler may be without metrics: there are none before its pods have run for a while, so every new one
     * reports that it failed to get them.
     */
    private static final Duration METRICS = Duration.ofMinutes(2);

    private ServerReadiness() {}

    static Readiness claim(JsonNode live, Surroundings around) {
        String phase = live.path("status").path("phase").asText();
        return switch (phase) {
            case "Bound" -> Readiness.ready();
            case "Lost" -> Readiness.failed("its volume is lost");
            // Without a pod it stays like this for ever, and that is as it should be.
            case "Pending", "" ->
                around.bindsForConsumer() && !hasConsumer(live)
                        ? Readiness.ready()
                        : Readiness.inProgress("waits for a volume");
            default -> Readiness.inProgress("it is " + phase);
        };
    }

    private static boolean hasConsumer(JsonNode claim) {
        return claim.path("metadata").path("annotations").has("volume.kubernetes.io/selected-node");
    }

    static Readiness definition(JsonNode live) {
        var refused = Condition.of(live, "NamesAccepted").filter(Condition::isFalse);
        if (refused.isPresent()) {
            return Readiness.failed(WorkloadReadiness.sentence(
                    "its names are taken", refused.get().detail()));
        }
        return required(live, "Established");
    }

    static Readiness service(JsonNode live) {
        boolean waits = live.path("spec").path("type").asText().equals("LoadBalancer")
                && live.path("status").path("loadBalancer").path("ingress").isEmpty();
        return waits ? Readiness.inProgress("waits for a load balancer address") : Readiness.ready();
    }

    static Readiness autoscaler(JsonNode live, Instant now) {
        if (live.path("apiVersion").asText().equals("autoscaling/v1")) {
            return Readiness.ready(); // This version has no conditions.
        }
        List<Condition> conditions = Condition.of(live);
        for (Condition condition : conditions) {
            if (condition.isFalse() && condition.reason().equals("InvalidSelector")) {
                return Readiness.failed(condition.words());
            }
        }
        for (Condition condition : conditions) {
            if (condition.isFalse() && condition.reason().startsWith("FailedGet")) {
                return condition.isYoungerThan(METRICS, now)
                        ? Readiness.inProgress(condition.words())
                        : Readiness.failed(condition.words());
            }
        }
        if (Condition.isTrue(live, "AbleToScale") || Condition.isTrue(live, "ScalingLimited")) {
            return Readiness.ready();
        }
        return WorkloadReadiness.missing(live, "AbleToScale");
    }

    static Readiness namespace(JsonNode live) {
        String phase = live.path("status").path("phase").asText("Active");
        return phase.equals("Active") ? Readiness.ready() : Readiness.inProgress("it is " + phase);
    }

    static Readiness required(JsonNode live, String type) {
        return Condition.isTrue(live, type) ? Readiness.ready() : WorkloadReadiness.missing(live, type);
    }
}
