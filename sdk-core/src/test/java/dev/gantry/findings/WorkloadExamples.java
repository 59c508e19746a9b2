package dev.gantry.findings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.network.Service;
import dev.gantry.workload.Cron;
import dev.gantry.workload.CronJob;
import dev.gantry.workload.DaemonSet;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.IntOrPercent;
import dev.gantry.workload.Job;
import dev.gantry.workload.Pod;
import dev.gantry.workload.Probe;
import dev.gantry.workload.RestartPolicy;
import dev.gantry.workload.StatefulSet;
import dev.gantry.workload.TaintEffect;
import dev.gantry.workload.Toleration;

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

    @Example(
            value = "GTY-WRK-013",
            why =
                    "Each pod of a StatefulSet is known to DNS under a name of its own, db-0.db, only if its Service is headless and selects it.")
    static void governingService(App app) {
        Stack shop = app.stack("shop");
        Service names = shop.add(Service.of("db", s -> s.selector("app", "db").port(Port.tcp("sql", 5432))));
        shop.add(StatefulSet.of(
                "db",
                s -> s.selector("app", "db")
                        .service(names)
                        .container("db", Image.of("example.com/db:7"), c -> c.ports(Port.tcp("sql", 5432)))));
    }

    @Example(value = "GTY-WRK-014", why = "A cluster rejects the Job: pods that are always restarted never succeed.")
    static void restartPolicy(App app) {
        app.stack("shop")
                .add(Job.of(
                        "report",
                        RestartPolicy.ALWAYS,
                        j -> j.container("report", Image.of("example.com/report:7"), c -> {})));
    }

    @Example(value = "GTY-WRK-015", why = "A cluster rejects the Job. The hint says which of the two to change.")
    static void job(App app) {
        app.stack("shop")
                .add(Job.of(
                        "report",
                        RestartPolicy.NEVER,
                        j -> j.backoffLimitPerIndex(2).container("report", Image.of("example.com/report:7"), c -> {})));
    }

    @Example(
            value = "GTY-WRK-016",
            why =
                    "A cluster makes longer names and labels of this one. It rejects what would be too long, at once or when no pod can be made.")
    static void longName(App app) {
        app.stack("shop")
                .add(CronJob.of(
                        "report-of-all-the-orders-that-nobody-has-paid-for-so-far",
                        Cron.hourly(),
                        RestartPolicy.NEVER,
                        c -> c.container("report", Image.of("example.com/report:7"), o -> {})));
    }

    @Example(
            value = "GTY-WRK-017",
            why = "The taint was renamed: what should run on control planes too is missing there, and nobody says so.")
    static void masterTaint(App app) {
        app.stack("logging")
                .add(DaemonSet.of(
                        "agent",
                        d -> d.selector("app", "agent")
                                .tolerations(Toleration.exists("node-role.kubernetes.io/master")
                                        .effect(TaintEffect.NO_SCHEDULE))
                                .container("agent", Image.of("example.com/agent:7"), c -> {})));
    }

    @Example(
            value = "GTY-WRK-018",
            why =
                    "Two pods of one Deployment may run two versions, and a rollback brings nothing back. Name a version, or a digest.")
    static void movingImage(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web").container("web", Image.of("example.com/web:latest"), c -> {})));
    }

    @Example(
            value = "GTY-WRK-019",
            why = "A cluster rejects the pod. They are made by kubectl debug, in pods that run.")
    static void ephemeral(App app) {
        app.stack("shop")
                .add(Pod.of(
                        "web",
                        p -> p.container("web", Image.of("example.com/web:7"), c -> {})
                                .rawTree(tree -> ((ObjectNode) tree.at("/spec"))
                                        .putArray("ephemeralContainers")
                                        .addObject()
                                        .put("name", "debug"))));
    }
}
