package dev.gantry.fake.defaults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import java.util.List;

/** Defaults of pods and of templates of pods. */
final class PodDefaults {

    private static final int FILE_MODE = 0644;
    private static final List<String> CONTAINER_LISTS = List.of("containers", "initContainers");

    private PodDefaults() {}

    static void template(ObjectNode owner) {
        ObjectNode template = Json.objectAt(owner, "template");
        Json.objectAt(template, "metadata");
        spec(Json.objectAt(template, "spec"));
    }

    static void pod(ObjectNode pod) {
        ObjectNode spec = Json.objectAt(pod, "spec");
        spec(spec);
        Absent.put(spec, "enableServiceLinks", true);
    }

    /** What is set in a pod that is new, and owned by nobody. */
    static void admitted(ObjectNode pod) {
        ObjectNode spec = Json.objectAt(pod, "spec");
        Absent.put(spec, "serviceAccountName", "default");
        Absent.put(spec, "serviceAccount", Json.text(spec, "serviceAccountName"));
        Absent.put(spec, "preemptionPolicy", "PreemptLowerPriority");
        Absent.put(spec, "priority", 0);
        Absent.json(
                spec,
                "tolerations",
                "[{\"key\":\"node.kubernetes.io/not-ready\",\"operator\":\"Exists\",\"effect\":\"NoExecute\","
                        + "\"tolerationSeconds\":300},{\"key\":\"node.kubernetes.io/unreachable\",\"operator\":\"Exists\","
                        + "\"effect\":\"NoExecute\",\"tolerationSeconds\":300}]");
    }

    static void spec(ObjectNode spec) {
        Absent.put(spec, "restartPolicy", "Always");
        Absent.put(spec, "dnsPolicy", "ClusterFirst");
        Absent.put(spec, "schedulerName", "default-scheduler");
        Absent.put(spec, "terminationGracePeriodSeconds", 30);
        Absent.json(spec, "securityContext", "{}");
        if (spec.has("serviceAccountName")) {
            // An old name of the same field, which the server keeps equal.
            spec.put("serviceAccount", Json.text(spec, "serviceAccountName"));
        }
        for (String list : CONTAINER_LISTS) {
            Json.objects(spec.path(list)).forEach(PodDefaults::container);
        }
        Json.objects(spec.path("volumes")).forEach(PodDefaults::volume);
    }

    private static void container(ObjectNode container) {
        Absent.put(container, "terminationMessagePath", "/dev/termination-log");
        Absent.put(container, "terminationMessagePolicy", "File");
        Absent.put(container, "imagePullPolicy", pullPolicy(Json.text(container, "image")));
        Absent.json(container, "resources", "{}");
        Json.objects(container.path("ports")).forEach(port -> Absent.put(port, "protocol", "TCP"));
        for (ObjectNode variable : Json.objects(container.path("env"))) {
            Absent.put(Absent.within(variable, "valueFrom", "fieldRef"), "apiVersion", "v1");
        }
        for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            probe(Absent.within(container, probe));
        }
        for (String hook : List.of("postStart", "preStop")) {
            httpGet(Absent.within(container, "lifecycle", hook, "httpGet"));
        }
    }

    private static String pullPolicy(String image) {
        boolean digest = image.contains("@");
        String last = image.substring(image.lastIndexOf('/') + 1);
        return !digest && (!last.contains(":") || last.endsWith(":latest")) ? "Always" : "IfNotPresent";
    }

    private static void probe(ObjectNode probe) {
        Absent.put(probe, "timeoutSeconds", 1);
        Absent.put(probe, "periodSeconds", 10);
        Absent.put(probe, "successThreshold", 1);
        Absent.put(probe, "failureThreshold", 3);
        httpGet(Absent.within(probe, "httpGet"));
        Absent.put(Absent.within(probe, "grpc"), "service", "");
    }

    private static void httpGet(ObjectNode get) {
        Absent.put(get, "path", "/");
        Absent.put(get, "scheme", "HTTP");
    }

    private static void volume(ObjectNode volume) {
        if (volume.size() == 1) {
            volume.putObject("emptyDir");
        }
        for (String source : List.of("secret", "configMap", "downwardAPI", "projected")) {
            Absent.put(Absent.within(volume, source), "defaultMode", FILE_MODE);
        }
        Absent.put(Absent.within(volume, "hostPath"), "type", "");
        fieldReferences(Absent.within(volume, "downwardAPI"));
        for (ObjectNode source : Json.objects(Json.at(volume, "projected", "sources"))) {
            Absent.put(Absent.within(source, "serviceAccountToken"), "expirationSeconds", 3600);
            fieldReferences(Absent.within(source, "downwardAPI"));
        }
    }

    private static void fieldReferences(ObjectNode downward) {
        Json.objects(downward.path("items"))
                .forEach(item -> Absent.put(Absent.within(item, "fieldRef"), "apiVersion", "v1"));
    }
}
