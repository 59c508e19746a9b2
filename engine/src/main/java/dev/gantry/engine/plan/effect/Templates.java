package dev.gantry.engine.plan.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** Where the template of pods is in an object. */
final class Templates {

    private Templates() {}

    /** The template; missing if the object makes no pods. A pod is its own. */
    static JsonNode of(JsonNode object) {
        return switch (Change.kind(object)) {
            case "Pod" -> object;
            case "batch/CronJob" -> Change.at(object, "spec", "jobTemplate", "spec", "template");
            case "ReplicationController",
                    "apps/Deployment",
                    "apps/StatefulSet",
                    "apps/DaemonSet",
                    "apps/ReplicaSet",
                    "batch/Job" -> Change.at(object, "spec", "template");
            default -> MissingNode.getInstance();
        };
    }

    static boolean isOf(String apiVersion, String kind) {
        return switch (kind) {
            case "Pod", "ReplicationController" -> apiVersion.equals("v1");
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet" -> apiVersion.startsWith("apps/");
            case "Job", "CronJob" -> apiVersion.startsWith("batch/");
            default -> false;
        };
    }

    /** The containers of a template, those that initialize first. */
    static List<JsonNode> containers(JsonNode template) {
        List<JsonNode> containers = new ArrayList<>();
        template.path("spec").path("initContainers").forEach(containers::add);
        template.path("spec").path("containers").forEach(containers::add);
        return containers;
    }
}
