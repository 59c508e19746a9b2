package dev.gantry.fake.defaults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Defaults of all kinds. */
public final class Defaults {

    private Defaults() {}

    /** Sets what a client left open, in place. */
    public static void set(ApiKind kind, ObjectNode object) {
        if (kind.isCustom()) {
            CustomDefaults.set(kind.schema(), object);
            return;
        }
        switch (kind.kind()) {
            case "Pod" -> PodDefaults.pod(object);
            case "Deployment" -> WorkloadDefaults.deployment(object);
            case "ReplicaSet" -> WorkloadDefaults.replicated(object);
            case "StatefulSet" -> WorkloadDefaults.statefulSet(object);
            case "DaemonSet" -> WorkloadDefaults.daemonSet(object);
            case "Job" -> WorkloadDefaults.job(object);
            case "CronJob" -> WorkloadDefaults.cronJob(object);
            case "HorizontalPodAutoscaler" -> WorkloadDefaults.autoscaler(object);
            case "Service" -> service(object);
            case "Role", "ClusterRole" -> {
                if (!object.has("rules")) {
                    object.putNull("rules");
                }
            }
            case "Secret" -> secret(object);
            case "Namespace" -> namespace(object);
            case "PersistentVolumeClaim" -> Absent.put(Json.objectAt(object, "spec"), "volumeMode", "Filesystem");
            case "PersistentVolume" -> volume(object);
            case "LimitRange" -> limitRange(object);
            case "NetworkPolicy" -> networkPolicy(object);
            case "RoleBinding", "ClusterRoleBinding" -> binding(object);
            case "PriorityClass" -> Absent.put(object, "preemptionPolicy", "PreemptLowerPriority");
            case "StorageClass" -> storageClass(object);
            case "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration" -> webhooks(kind, object);
            case "CustomResourceDefinition" -> definition(object);
            case "APIService" -> Absent.put(Absent.within(object, "spec", "service"), "port", 443);
            default -> {}
        }
    }

    private static void service(ObjectNode object) {
        ObjectNode spec = Json.objectAt(object, "spec");
        Absent.put(spec, "type", "ClusterIP");
        Absent.put(spec, "sessionAffinity", "None");
        String type = Json.text(spec, "type");
        if (!type.equals("ExternalName")) {
            Absent.put(spec, "internalTrafficPolicy", "Cluster");
        }
        if (List.of("NodePort", "LoadBalancer").contains(type)) {
            Absent.put(spec, "externalTrafficPolicy", "Cluster");
        }
        if (type.equals("LoadBalancer")) {
            Absent.put(spec, "allocateLoadBalancerNodePorts", true);
        }
        for (ObjectNode port : Json.objects(spec.path("ports"))) {
            Absent.put(port, "protocol", "TCP");
            Absent.json(port, "targetPort", port.path("port").toString());
        }
    }

    private static void secret(ObjectNode object) {
        Absent.put(object, "type", "Opaque");
        if (object.remove("stringData") instanceof ObjectNode texts) {
            ObjectNode data = Json.objectAt(object, "data");
            texts.properties()
                    .forEach(entry -> data.put(
                            entry.getKey(),
                            Base64.getEncoder()
                                    .encodeToString(entry.getValue().asText().getBytes(StandardCharsets.UTF_8))));
        }
    }

    private static void namespace(ObjectNode object) {
        Json.objectAt(object, "metadata", "labels")
                .put("kubernetes.io/metadata.name", Json.text(object, "metadata", "name"));
    }

    private static void volume(ObjectNode object) {
        ObjectNode spec = Json.objectAt(object, "spec");
        Absent.put(spec, "persistentVolumeReclaimPolicy", "Retain");
        Absent.put(spec, "volumeMode", "Filesystem");
        Absent.put(Absent.within(spec, "hostPath"), "type", "");
    }

    private static void limitRange(ObjectNode object) {
        for (ObjectNode item : Json.objects(Json.at(object, "spec", "limits"))) {
            if (Json.text(item, "type").equals("Container")) {
                fill(item, "default", "max");
                fill(item, "defaultRequest", "default");
                fill(item, "defaultRequest", "min");
            }
        }
    }

    private static void fill(ObjectNode item, String field, String from) {
        Absent.within(item, from)
                .properties()
                .forEach(entry -> Absent.json(
                        Json.objectAt(item, field),
                        entry.getKey(),
                        entry.getValue().toString()));
    }

    private static void networkPolicy(ObjectNode object) {
        ObjectNode spec = Json.objectAt(object, "spec");
        Absent.json(spec, "policyTypes", spec.has("egress") ? "[\"Ingress\",\"Egress\"]" : "[\"Ingress\"]");
        for (String direction : List.of("ingress", "egress")) {
            for (ObjectNode rule : Json.objects(spec.path(direction))) {
                Json.objects(rule.path("ports")).forEach(port -> Absent.put(port, "protocol", "TCP"));
            }
        }
    }

    private static void binding(ObjectNode object) {
        String group = "rbac.authorization.k8s.io";
        Absent.put(Absent.within(object, "roleRef"), "apiGroup", group);
        for (ObjectNode subject : Json.objects(object.path("subjects"))) {
            if (!Json.text(subject, "kind").equals("ServiceAccount")) {
                Absent.put(subject, "apiGroup", group);
            }
        }
    }

    private static void storageClass(ObjectNode object) {
        Absent.put(object, "reclaimPolicy", "Delete");
        Absent.put(object, "volumeBindingMode", "Immediate");
    }

    private static void webhooks(ApiKind kind, ObjectNode object) {
        for (ObjectNode webhook : Json.objects(object.path("webhooks"))) {
            Absent.put(webhook, "failurePolicy", "Fail");
            Absent.put(webhook, "matchPolicy", "Equivalent");
            Absent.json(webhook, "namespaceSelector", "{}");
            Absent.json(webhook, "objectSelector", "{}");
            Absent.put(webhook, "timeoutSeconds", 10);
            if (kind.kind().startsWith("Mutating")) {
                Absent.put(webhook, "reinvocationPolicy", "Never");
            }
            Absent.put(Absent.within(webhook, "clientConfig", "service"), "port", 443);
            Json.objects(webhook.path("rules")).forEach(rule -> Absent.put(rule, "scope", "*"));
        }
    }

    private static void definition(ObjectNode object) {
        ObjectNode names = Json.objectAt(object, "spec", "names");
        Absent.put(names, "singular", Json.text(names, "kind").toLowerCase(Locale.ROOT));
        Absent.put(names, "listKind", Json.text(names, "kind") + "List");
        Absent.put(Json.objectAt(object, "spec", "conversion"), "strategy", "None");
    }
}
