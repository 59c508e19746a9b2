package dev.gantry.findings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.IntOrPercent;
import dev.gantry.workload.Probe;

/** What the rules for workloads are for. */
final class WorkloadExamples {

    private WorkloadExamples() {}

    @Example(
            value = "GTY-WRK-001",
            why =
                    "The probe could never succeed: the pod would not get ready, or be restarted again and again. Give both the same Port.")
    static void probePort(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container(
                                        "web",
                                        Image.of("example.com/web:7"),
                                        c -> c.ports(Port.http(8080))
                                                .readiness(Probe.httpGet("/ready", Port.tcp("admin", 9000))))));
    }

    @Example(value = "GTY-WRK-002", why = "A cluster rejects the pod. Names tell the containers apart.")
    static void sameContainer(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container("web", Image.of("example.com/web:7"), c -> {})
                                .container("web", Image.of("example.com/proxy:2"), c -> {})));
    }

    @Example(
            value = "GTY-WRK-003",
            why =
                    "The containers of a pod share one network, so only one of them can listen; and a Service finds ports by name.")
    static void samePort(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container("web", Image.of("example.com/web:7"), c -> c.ports(Port.http(8080)))
                                .container(
                                        "proxy",
                                        Image.of("example.com/proxy:2"),
                                        c -> c.ports(Port.tcp("proxy", 8080)))));
    }

    @Example(value = "GTY-WRK-004", why = "A cluster rejects a pod that has nothing to run.")
    static void noContainers(App app) {
        app.stack("shop").add(Deployment.of("web", d -> d.selector("app", "web")));
    }

    @Example(
            value = "GTY-WRK-005",
            why =
                    "A cluster rejects a workload that would not find its own pods. What selector(...) says is a label of the pods too.")
    static void selector(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .podLabel("app", "shop")
                                .container("web", Image.of("example.com/web:7"), c -> {})));
    }

    @Example(
            value = "GTY-WRK-006",
            why = "A cluster rejects the container: what is set aside for it cannot be more than what it may use.")
    static void requestAboveLimit(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container(
                                        "web",
                                        Image.of("example.com/web:7"),
                                        c -> c.requests("500m", "512Mi").limits("1", "256Mi"))));
    }

    @Example(value = "GTY-WRK-007", why = "One of the two is lost, or server-side apply rejects both.")
    static void sameEnv(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container(
                                        "web",
                                        Image.of("example.com/web:7"),
                                        c -> c.env("MODE", "fast").env("MODE", "slow"))));
    }

    @Example(value = "GTY-WRK-008", why = "A cluster rejects the pod.")
    static void noVolume(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container("web", Image.of("example.com/web:7"), c -> c.ports(Port.http(8080)))
                                .rawTree(tree -> ((ObjectNode) tree.at("/spec/template/spec/containers/0"))
                                        .putArray("volumeMounts")
                                        .addObject()
                                        .put("name", "data")
                                        .put("mountPath", "/data"))));
    }

    @Example(value = "GTY-WRK-009", why = "A volume that nobody mounts is most often a mount that was forgotten.")
    static void unusedVolume(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container("web", Image.of("example.com/web:7"), c -> {})
                                .rawTree(tree -> ((ObjectNode) tree.at("/spec/template/spec"))
                                        .putArray("volumes")
                                        .addObject()
                                        .put("name", "data")
                                        .putObject("emptyDir"))));
    }

    @Example(value = "GTY-WRK-010", why = "A cluster rejects the container: one path shows one volume.")
    static void sameMountPath(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container("web", Image.of("example.com/web:7"), c -> {})
                                .rawTree(tree -> {
                                    ObjectNode pod = (ObjectNode) tree.at("/spec/template/spec");
                                    pod.putArray("volumes")
                                            .addObject()
                                            .put("name", "data")
                                            .putObject("emptyDir");
                                    ArrayNode mounts = ((ObjectNode) pod.at("/containers/0")).putArray("volumeMounts");
                                    mounts.addObject()
                                            .put("name", "data")
                                            .put("mountPath", "/data")
                                            .put("subPath", "a");
                                    mounts.addObject()
                                            .put("name", "data")
                                            .put("mountPath", "/data")
                                            .put("subPath", "b");
                                })));
    }

    @Example(
            value = "GTY-WRK-011",
            why = "A cluster rejects the workload: a rollout needs room to add a pod, or leave to remove one.")
    static void stuckRollout(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container("web", Image.of("example.com/web:7"), c -> {})
                                .rollingUpdate(IntOrPercent.of(0), IntOrPercent.of(0))));
    }

    @Example(value = "GTY-WRK-012", why = "A cluster rejects the pod. Names tell the volumes apart.")
    static void sameVolume(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container("web", Image.of("example.com/web:7"), c -> {})
                                .rawTree(tree -> {
                                    ObjectNode pod = (ObjectNode) tree.at("/spec/template/spec");
                                    ArrayNode volumes = pod.putArray("volumes");
                                    volumes.addObject().put("name", "data").putObject("emptyDir");
                                    volumes.addObject()
                                            .put("name", "data")
                                            .putObject("emptyDir")
                                            .put("medium", "Memory");
                                    ((ObjectNode) pod.at("/containers/0"))
                                            .putArray("volumeMounts")
                                            .addObject()
                                            .put("name", "data")
                                            .put("mountPath", "/data");
                                })));
    }
}
