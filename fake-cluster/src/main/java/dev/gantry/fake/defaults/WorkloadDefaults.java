package dev.gantry.fake.defaults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;

/** Defaults of what makes pods, and of what scales it. */
final class WorkloadDefaults {

    private WorkloadDefaults() {}

    static void deployment(ObjectNode object) {
        ObjectNode spec = replicated(object);
        Absent.put(spec, "revisionHistoryLimit", 10);
        Absent.put(spec, "progressDeadlineSeconds", 600);
        rolling(Json.objectAt(spec, "strategy"), "{\"maxUnavailable\":\"25%\",\"maxSurge\":\"25%\"}");
    }

    private static void rolling(ObjectNode strategy, String defaults) {
        Absent.put(strategy, "type", "RollingUpdate");
        if (Json.text(strategy, "type").equals("RollingUpdate")) {
            ObjectNode rolling = Json.objectAt(strategy, "rollingUpdate");
            Json.read(defaults)
                    .properties()
                    .forEach(entry -> Absent.json(
                            rolling, entry.getKey(), entry.getValue().toString()));
        }
    }

    static void statefulSet(ObjectNode object) {
        ObjectNode spec = replicated(object);
        Absent.put(spec, "revisionHistoryLimit", 10);
        Absent.put(spec, "podManagementPolicy", "OrderedReady");
        rolling(Json.objectAt(spec, "updateStrategy"), "{\"partition\":0}");
        ObjectNode retention = Json.objectAt(spec, "persistentVolumeClaimRetentionPolicy");
        Absent.put(retention, "whenDeleted", "Retain");
        Absent.put(retention, "whenScaled", "Retain");
        for (ObjectNode claim : Json.objects(spec.path("volumeClaimTemplates"))) {
            Absent.put(claim, "apiVersion", "v1");
            Absent.put(claim, "kind", "PersistentVolumeClaim");
            Absent.put(Json.objectAt(claim, "spec"), "volumeMode", "Filesystem");
            Absent.put(Json.objectAt(claim, "status"), "phase", "Pending");
        }
    }

    static void daemonSet(ObjectNode object) {
        ObjectNode spec = Json.objectAt(object, "spec");
        PodDefaults.template(spec);
        Absent.put(Json.objectAt(object, "metadata", "annotations"), "deprecated.daemonset.template.generation", "1");
        Absent.put(spec, "revisionHistoryLimit", 10);
        rolling(Json.objectAt(spec, "updateStrategy"), "{\"maxUnavailable\":1,\"maxSurge\":0}");
    }

    static ObjectNode replicated(ObjectNode object) {
        ObjectNode spec = Json.objectAt(object, "spec");
        Absent.put(spec, "replicas", 1);
        PodDefaults.template(spec);
        return spec;
    }

    static void job(ObjectNode object) {
        ObjectNode spec = Json.objectAt(object, "spec");
        PodDefaults.template(spec);
        if (!spec.has("completions") && !spec.has("parallelism")) {
            spec.put("completions", 1);
        }
        Absent.put(spec, "parallelism", 1);
        if (!spec.has("backoffLimitPerIndex")) {
            Absent.put(spec, "backoffLimit", 6);
        }
        Absent.put(spec, "completionMode", "NonIndexed");
        Absent.put(spec, "suspend", false);
        Absent.put(spec, "manualSelector", false);
        Absent.put(spec, "podReplacementPolicy", spec.has("podFailurePolicy") ? "Failed" : "TerminatingOrFailed");
    }

    static void cronJob(ObjectNode object) {
        ObjectNode spec = Json.objectAt(object, "spec");
        Absent.put(spec, "concurrencyPolicy", "Allow");
        Absent.put(spec, "suspend", false);
        Absent.put(spec, "successfulJobsHistoryLimit", 3);
        Absent.put(spec, "failedJobsHistoryLimit", 1);
        ObjectNode template = Json.objectAt(spec, "jobTemplate");
        Json.objectAt(template, "metadata");
        PodDefaults.template(Json.objectAt(template, "spec"));
    }

    static void autoscaler(ObjectNode object) {
        ObjectNode spec = Json.objectAt(object, "spec");
        Absent.put(spec, "minReplicas", 1);
        if (Json.text(object, "apiVersion").endsWith("/v1")) {
            return;
        }
        Absent.json(
                spec,
                "metrics",
                "[{\"type\":\"Resource\",\"resource\":{\"name\":\"cpu\","
                        + "\"target\":{\"type\":\"Utilization\",\"averageUtilization\":80}}}]");
        if (spec.has("behavior")) {
            ObjectNode behavior = Json.objectAt(spec, "behavior");
            scaling(
                    Json.objectAt(behavior, "scaleUp"),
                    "[{\"type\":\"Pods\",\"value\":4,\"periodSeconds\":15},"
                            + "{\"type\":\"Percent\",\"value\":100,\"periodSeconds\":15}]");
            Absent.put(Json.objectAt(behavior, "scaleUp"), "stabilizationWindowSeconds", 0);
            scaling(
                    Json.objectAt(behavior, "scaleDown"),
                    "[{\"type\":\"Percent\",\"value\":100,\"periodSeconds\":15}]");
        }
    }

    private static void scaling(ObjectNode rules, String policies) {
        Absent.put(rules, "selectPolicy", "Max");
        Absent.json(rules, "policies", policies);
    }
}
