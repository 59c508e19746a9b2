package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many pods workloads have at once: as they say themselves, or as their autoscaler decides. */
final class Replicas {

    private final Autoscalers autoscalers;

    Replicas(Autoscalers autoscalers) {
        this.autoscalers = autoscalers;
    }

    /** Whether it is a number of replicas that the workload has. */
    boolean isScalable(Workload workload) {
        return switch (workload.type()) {
            case "Deployment", "StatefulSet", "ReplicaSet", "ReplicationController" -> true;
            default -> false;
        };
    }

    /** The least number; 0 where it is not known, or where pods come and go. */
    int least(Workload workload) {
        return number(workload, "minReplicas");
    }

    /** The greatest number; 0 where it is not known, or where pods come and go. */
    int most(Workload workload) {
        return number(workload, "maxReplicas");
    }

    /** The line that decides on the greatest number. */
    @Nullable
    Origin line(Workload workload) {
        Manifest autoscaler = autoscaler(workload);
        return autoscaler == null ? workload.manifest().lineOf("spec.replicas") : autoscaler.lineOf("spec.maxReplicas");
    }

    /** The autoscaler that decides; {@code null} if there is none. */
    @Nullable
    Manifest autoscaler(Workload workload) {
        List<Manifest> scaling = autoscalers.of(AutoscalerTarget.of(workload.manifest()));
        return scaling.isEmpty() ? null : scaling.get(0);
    }

    private int number(Workload workload, String bound) {
        JsonNode spec = workload.manifest().tree().path("spec");
        if (isScalable(workload)) {
            Manifest autoscaler = autoscaler(workload);
            return autoscaler == null
                    ? spec.path("replicas").asInt(1)
                    : autoscaler.tree().path("spec").path(bound).asInt(1);
        }
        return switch (workload.type()) {
            case "Job" ->
                Math.min(
                        spec.path("parallelism").asInt(1),
                        spec.path("completions").asInt(Integer.MAX_VALUE));
            case "Pod" -> 1;
            default -> 0;
        };
    }
}
