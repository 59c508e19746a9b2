package dev.gantry.fake.defaults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What only the server sets in an object that is new: its first status, addresses, finalizers. */
public final class FirstState {

    private static final int FIRST_NODE_PORT = 30_000;
    private static final int NODE_PORTS = 2_768;
    private static final int BYTE = 256;

    private static final Map<String, String> STATUS = Map.ofEntries(
            Map.entry("Deployment", "{}"),
            Map.entry("StatefulSet", "{\"replicas\":0,\"availableReplicas\":0}"),
            Map.entry("ReplicaSet", "{\"replicas\":0}"),
            Map.entry(
                    "DaemonSet",
                    "{\"currentNumberScheduled\":0,\"numberMisscheduled\":0,\"desiredNumberScheduled\":0,\"numberReady\":0}"),
            Map.entry("Job", "{}"),
            Map.entry("CronJob", "{}"),
            Map.entry("HorizontalPodAutoscaler", "{\"desiredReplicas\":0,\"currentMetrics\":null}"),
            Map.entry(
                    "PodDisruptionBudget",
                    "{\"disruptionsAllowed\":0,\"currentHealthy\":0,\"desiredHealthy\":0,\"expectedPods\":0}"),
            Map.entry("Ingress", "{\"loadBalancer\":{}}"),
            Map.entry("Service", "{\"loadBalancer\":{}}"),
            Map.entry("ResourceQuota", "{}"),
            Map.entry("PersistentVolumeClaim", "{\"phase\":\"Pending\"}"),
            Map.entry("PersistentVolume", "{\"phase\":\"Pending\"}"),
            Map.entry("Pod", "{\"phase\":\"Pending\",\"qosClass\":\"BestEffort\"}"),
            Map.entry("APIService", "{}"),
            Map.entry("Namespace", "{\"phase\":\"Active\"}"));

    private final AtomicInteger addresses = new AtomicInteger(1);
    private final AtomicInteger nodePorts = new AtomicInteger();

    /** Sets it, in place. */
    public void set(ApiKind kind, ObjectNode object) {
        if (kind.isCustom()) {
            if (kind.subresources().contains("status")) {
                object.remove("status");
            }
            return;
        }
        if (kind.subresources().contains("status")) {
            object.remove("status");
            String status = STATUS.get(kind.kind());
            if (status != null) {
                object.set("status", Json.read(status));
            }
        }
        switch (kind.kind()) {
            case "Service" -> allocate(object);
            case "Pod" -> PodDefaults.admitted(object);
            case "Job" -> select(object);
            case "Namespace" -> Absent.json(Json.objectAt(object, "spec"), "finalizers", "[\"kubernetes\"]");
            case "CustomResourceDefinition" -> definition(object);
            case "PersistentVolumeClaim" -> protect(object, "kubernetes.io/pvc-protection");
            case "PersistentVolume" -> protect(object, "kubernetes.io/pv-protection");
            default -> {}
        }
    }

    /** Gives a Service the addresses that it lacks, in place; also after a change of its type. */
    public void allocate(ObjectNode service) {
        ObjectNode spec = Json.objectAt(service, "spec");
        String type = Json.text(spec, "type");
        if (type.equals("ExternalName")) {
            return;
        }
        if (Json.text(spec, "clusterIP").isEmpty()) {
            int number = addresses.getAndIncrement();
            spec.put("clusterIP", "10.96." + number / BYTE + "." + number % BYTE);
        }
        if (!spec.has("clusterIPs")) {
            spec.putArray("clusterIPs").add(Json.text(spec, "clusterIP"));
        }
        if (!spec.has("ipFamilies")) {
            spec.putArray("ipFamilies").add("IPv4");
        }
        Absent.put(spec, "ipFamilyPolicy", "SingleStack");
        if (List.of("NodePort", "LoadBalancer").contains(type)) {
            for (ObjectNode port : Json.objects(spec.path("ports"))) {
                Absent.put(port, "nodePort", FIRST_NODE_PORT + nodePorts.getAndIncrement() % NODE_PORTS);
            }
        }
    }

    /** A Job selects its pods by labels that no other Job has. What somebody has set is left alone, and refused later if it is wrong. */
    private static void select(ObjectNode job) {
        String uid = Json.text(job, "metadata", "uid");
        String name = Json.text(job, "metadata", "name");
        ObjectNode spec = Json.objectAt(job, "spec");
        if (spec.path("manualSelector").asBoolean()) {
            return;
        }
        ObjectNode pods = Json.objectAt(spec, "template", "metadata", "labels");
        Absent.put(pods, "batch.kubernetes.io/controller-uid", uid);
        Absent.put(pods, "batch.kubernetes.io/job-name", name);
        Absent.put(pods, "controller-uid", uid);
        Absent.put(pods, "job-name", name);
        Absent.put(Json.objectAt(spec, "selector", "matchLabels"), "batch.kubernetes.io/controller-uid", uid);
        // A Job without labels gets those of its pods when the server reads it from its store.
        ObjectNode own = Json.objectAt(job, "metadata", "labels");
        if (own.isEmpty()) {
            own.setAll(pods);
        }
    }

    private static void definition(ObjectNode object) {
        ObjectNode status = object.putObject("status");
        status.putNull("conditions");
        status.putObject("acceptedNames").put("plural", "").put("kind", "");
        for (ObjectNode version : Json.objects(Json.at(object, "spec", "versions"))) {
            if (version.path("storage").asBoolean()) {
                status.putArray("storedVersions").add(Json.text(version, "name"));
            }
        }
    }

    private static void protect(ObjectNode object, String finalizer) {
        ObjectNode metadata = Json.objectAt(object, "metadata");
        if (Json.isEmpty(metadata.path("finalizers"))) {
            metadata.putArray("finalizers").add(finalizer);
        }
    }
}
