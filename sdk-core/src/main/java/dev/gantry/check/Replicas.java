package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Origin;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many pods workloads have at once: as they say themselves, or as their autoscaler decides. */
final class Replicas {

    private final Map<Manifest, Manifest> autoscalers = new HashMap<>();

    Replicas(Model model) {
        for (Manifest autoscaler : model.ofKind("autoscaling", "HorizontalPodAutoscaler")) {
            AutoscalerCheck.scaled(model, autoscaler).ifPresent(scaled -> autoscalers.putIfAbsent(scaled, autoscaler));
        }
    }

    /** The least number; 0 where it is not known, or where pods come and go. */
    int least(Workload workload) {
        return number(workload, "minReplicas");
    }

    /** The greatest number; 0 where it is not known, or where pods come and go. */
    int most(Workload workload) {
        return number(workload, "maxReplicas");
    }

    /** The line that decides on the number. */
    @Nullable
    Origin line(Workload workload) {
        Manifest autoscaler = autoscalers.get(workload.manifest());
        return autoscaler == null ? workload.manifest().lineOf("spec.replicas") : autoscaler.lineOf("spec.maxReplicas");
    }

    private int number(Workload workload, String bound) {
        JsonNode spec = workload.manifest().tree().path("spec");
        return switch (workload.type()) {
            case "Deployment", "StatefulSet", "ReplicaSet", "ReplicationController" -> {
                Manifest autoscaler = autoscalers.get(workload.manifest());
                yield autoscaler == null
                        ? spec.path("replicas").asInt(1)
                        : autoscaler.tree().path("spec").path(bound).asInt(1);
            }
            case "Job" ->
                Math.min(
                        spec.path("parallelism").asInt(1),
                        spec.path("completions").asInt(Integer.MAX_VALUE));
            case "Pod" -> 1;
            default -> 0;
        };
    }
}
