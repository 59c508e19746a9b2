package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.bundle.ResourceId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many pods a workload has at least: as it says itself, or as its autoscaler says. */
final class LeastReplicas {

    private final Map<Manifest, Manifest> autoscalers = new HashMap<>();

    LeastReplicas(Model model) {
        for (Manifest autoscaler : model.ofKind("autoscaling", "HorizontalPodAutoscaler")) {
            JsonNode reference = autoscaler.tree().path("spec").path("scaleTargetRef");
            ResourceId target = new ResourceId(
                    reference.path("apiVersion").asText(),
                    reference.path("kind").asText(),
                    autoscaler.id().namespace(),
                    reference.path("name").asText());
            model.find(target.group(), target.kind(), target.namespace(), target.name())
                    .ifPresent(scaled -> autoscalers.putIfAbsent(scaled, autoscaler));
        }
    }

    /** The least number of pods; -1 where the kind of workload has no such number. */
    int of(Workload workload) {
        if (!isScalable(workload)) {
            return -1;
        }
        Manifest autoscaler = autoscaler(workload);
        return autoscaler == null
                ? workload.manifest().tree().path("spec").path("replicas").asInt(1)
                : autoscaler.tree().path("spec").path("minReplicas").asInt(1);
    }

    /** The autoscaler that decides; {@code null} if there is none. */
    @Nullable
    Manifest autoscaler(Workload workload) {
        return autoscalers.get(workload.manifest());
    }

    private static boolean isScalable(Workload workload) {
        return switch (workload.type()) {
            case "Deployment", "StatefulSet", "ReplicaSet", "ReplicationController" -> true;
            default -> false;
        };
    }
}
