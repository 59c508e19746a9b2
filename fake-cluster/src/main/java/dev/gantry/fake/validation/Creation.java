package dev.gantry.fake.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What holds for objects of the built-in kinds, whether they are new or changed. */
final class Creation {

    private static final int CONTENT_LIMIT = 1024 * 1024;
    private static final int LABELS_OF_WEBHOOK = 3;

    private Creation() {}

    static void check(ApiKind kind, ObjectNode object, Problems problems) {
        JsonNode spec = object.path("spec");
        switch (kind.kind()) {
            case "Pod" -> PodRules.pod(spec, "spec", problems);
            case "StatefulSet", "DaemonSet", "ReplicaSet" -> PodRules.workload(spec, problems);
            case "Deployment" -> deployment(spec, problems);
            case "Job" -> JobRules.job(object, problems);
            case "CronJob" -> JobRules.cronJob(object, problems);
            case "Service" -> NetworkRules.service(object, problems);
            case "Ingress" -> NetworkRules.ingress(object, problems);
            case "ConfigMap" -> configMap(object, problems);
            case "Secret" -> secret(object, problems);
            case "PersistentVolumeClaim" -> claim(spec, problems);
            case "HorizontalPodAutoscaler" -> autoscaler(spec, problems);
            case "PodDisruptionBudget" -> budget(spec, problems);
            case "Role", "ClusterRole" -> role(kind, object, problems);
            case "RoleBinding", "ClusterRoleBinding" -> binding(kind, object, problems);
            case "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration" -> webhooks(object, problems);
            case "PriorityClass" -> priorityClass(object, problems);
            case "CustomResourceDefinition" -> DefinitionRules.check(object, problems);
            default -> {}
        }
    }

    private static void deployment(JsonNode spec, Problems problems) {
        PodRules.workload(spec, problems);
        JsonNode strategy = spec.path("strategy");
        if (Json.text(strategy, "type").equals("Recreate") && strategy.has("rollingUpdate")) {
            problems.forbidden(
                    "spec.strategy.rollingUpdate", "may not be specified when strategy `type` is 'Recreate'");
        }
    }

    private static void configMap(ObjectNode object, Problems problems) {
        for (Map.Entry<String, JsonNode> entry : object.path("data").properties()) {
            String path = "data[" + entry.getKey() + "]";
            Syntax.configKey(problems, path, entry.getKey());
            if (object.path("binaryData").has(entry.getKey())) {
                problems.invalid(path, entry.getKey(), "duplicate of key present in binaryData");
            }
        }
        for (Map.Entry<String, JsonNode> entry : object.path("binaryData").properties()) {
            Syntax.configKey(problems, "binaryData[" + entry.getKey() + "]", entry.getKey());
        }
        if (size(object.path("data"), false) + size(object.path("binaryData"), true) > CONTENT_LIMIT) {
            problems.tooLong("[]", CONTENT_LIMIT);
        }
    }

    private static void secret(ObjectNode object, Problems problems) {
        for (Map.Entry<String, JsonNode> entry : object.path("data").properties()) {
            Syntax.configKey(problems, "data[" + entry.getKey() + "]", entry.getKey());
        }
        if (size(object.path("data"), true) > CONTENT_LIMIT) {
            problems.tooLong("data", CONTENT_LIMIT);
        }
        List<String> needed = switch (Json.text(object, "type")) {
            case "kubernetes.io/tls" -> List.of("tls.crt", "tls.key");
            case "kubernetes.io/dockerconfigjson" -> List.of(".dockerconfigjson");
            case "kubernetes.io/ssh-auth" -> List.of("ssh-privatekey");
            default -> List.of();
        };
        for (String key : needed) {
            if (!object.path("data").has(key)) {
                problems.required("data[" + key + "]", "");
            }
        }
    }

    private static long size(JsonNode data, boolean base64) {
        long size = 0;
        for (JsonNode value : data) {
            int length = value.asText().getBytes(StandardCharsets.UTF_8).length;
            size += base64 ? length / 4 * 3L : length;
        }
        return size;
    }

    private static void claim(JsonNode spec, Problems problems) {
        if (Json.isEmpty(spec.path("accessModes"))) {
            problems.required("spec.accessModes", "at least 1 access mode is required");
        }
        if (Json.text(spec, "resources", "requests", "storage").isEmpty()) {
            problems.required("spec.resources[storage]", "");
        }
    }

    private static void autoscaler(JsonNode spec, Problems problems) {
        int most = spec.path("maxReplicas").asInt();
        if (most < 1) {
            problems.required("spec.maxReplicas", "must be set and greater than 0");
        }
        if (most < spec.path("minReplicas").asInt(1)) {
            problems.invalid(
                    "spec.maxReplicas", IntNode.valueOf(most), "must be greater than or equal to `minReplicas`");
        }
        for (String field : List.of("kind", "name")) {
            if (Json.text(spec, "scaleTargetRef", field).isEmpty()) {
                problems.required("spec.scaleTargetRef." + field, "");
            }
        }
        if (Json.text(spec, "scaleTargetRef", "apiVersion").isEmpty()) {
            problems.invalid("spec.scaleTargetRef.apiVersion", "", "apiVersion must specify API group");
        }
    }

    private static void budget(JsonNode spec, Problems problems) {
        if (spec.has("minAvailable") && spec.has("maxUnavailable")) {
            problems.invalid("spec", spec, "minAvailable and maxUnavailable cannot be both set");
        }
    }

    private static void role(ApiKind kind, ObjectNode object, Problems problems) {
        JsonNode rules = object.path("rules");
        for (int i = 0; i < rules.size(); i++) {
            JsonNode rule = rules.get(i);
            String path = "rules[" + i + "]";
            if (Json.isEmpty(rule.path("verbs"))) {
                problems.required(path + ".verbs", "verbs must contain at least one value");
            }
            if (!Json.isEmpty(rule.path("nonResourceURLs"))) {
                if (kind.namespaced()) {
                    problems.invalid(
                            path + ".nonResourceURLs",
                            rule.path("nonResourceURLs"),
                            "namespaced rules cannot apply to non-resource URLs");
                }
                continue;
            }
            if (Json.isEmpty(rule.path("apiGroups"))) {
                problems.required(path + ".apiGroups", "resource rules must supply at least one api group");
            }
            if (Json.isEmpty(rule.path("resources"))) {
                problems.required(path + ".resources", "resource rules must supply at least one resource");
            }
        }
    }

    private static void binding(ApiKind kind, ObjectNode object, Problems problems) {
        List<String> roles = kind.namespaced() ? List.of("Role", "ClusterRole") : List.of("ClusterRole");
        JsonNode reference = object.path("roleRef");
        if (!roles.contains(Json.text(reference, "kind"))) {
            problems.unsupported("roleRef.kind", reference.path("kind"), roles);
        }
        if (Json.text(reference, "name").isEmpty()) {
            problems.required("roleRef.name", "");
        }
        JsonNode subjects = object.path("subjects");
        for (int i = 0; i < subjects.size(); i++) {
            JsonNode subject = subjects.get(i);
            String path = "subjects[" + i + "]";
            if (Json.text(subject, "name").isEmpty()) {
                problems.required(path + ".name", "");
            }
            List<String> kinds = List.of("ServiceAccount", "User", "Group");
            if (!kinds.contains(Json.text(subject, "kind"))) {
                problems.unsupported(path + ".kind", subject.path("kind"), kinds);
            }
            if (!kind.namespaced()
                    && Json.text(subject, "kind").equals("ServiceAccount")
                    && Json.text(subject, "namespace").isEmpty()) {
                problems.required(path + ".namespace", "");
            }
        }
    }

    private static void webhooks(ObjectNode object, Problems problems) {
        JsonNode webhooks = object.path("webhooks");
        for (int i = 0; i < webhooks.size(); i++) {
            String path = "webhooks[" + i + "]";
            String name = Json.text(webhooks.get(i), "name");
            if (name.split("\\.", -1).length < LABELS_OF_WEBHOOK) {
                problems.invalid(
                        path + ".name", name, "should be a domain with at least three segments separated by dots");
            }
            if (Json.text(webhooks.get(i), "sideEffects").isEmpty()) {
                problems.required(path + ".sideEffects", "must specify one of None, NoneOnDryRun");
            }
            if (Json.isEmpty(webhooks.get(i).path("admissionReviewVersions"))) {
                problems.required(path + ".admissionReviewVersions", "must specify one of v1, v1beta1");
            }
        }
    }

    private static void priorityClass(ObjectNode object, Problems problems) {
        String name = Json.text(object, "metadata", "name");
        if (name.startsWith("system-")) {
            problems.forbidden(
                    "metadata.name",
                    "priority class names with 'system-' prefix are reserved for system use only. error: " + name
                            + " is not a known system priority class");
        }
    }
}
