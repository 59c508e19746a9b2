package dev.gantry.findings;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Quantity;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.DnsPolicy;
import dev.gantry.workload.Probe;
import dev.gantry.workload.TaintEffect;
import dev.gantry.workload.Toleration;
import dev.gantry.workload.UnsatisfiableAction;
import dev.gantry.workload.Volume;
import java.time.Duration;

/** What the rules for pods are for. */
final class PodExamples {

    private PodExamples() {}

    @Example(
            value = "GTY-POD-001",
            why = "An API server rejects the pod: one good answer is enough to let a container live.")
    static void probe(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container(
                                        "web",
                                        Image.of("example.com/web:7"),
                                        c -> c.liveness(Probe.exec("true").successThreshold(2)))));
    }

    @Example(
            value = "GTY-POD-002",
            why = "An API server rejects the pod: a path inside of a volume has no beginning of its own.")
    static void mount(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container(
                                        "web",
                                        Image.of("example.com/web:7"),
                                        c -> c.mount(Volume.emptyDir("data"), "/data", m -> m.subPath("/web")))));
    }

    @Example(
            value = "GTY-POD-003",
            why = "An API server rejects the pod: only some of its fields can be handed to its containers.")
    static void downward(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container(
                                        "web",
                                        Image.of("example.com/web:7"),
                                        c -> c.envField("POD_IP", "status.podIp"))));
    }

    @Example(value = "GTY-POD-004", why = "An API server rejects the pod: nobody could tell what it wants.")
    static void resource(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container(
                                        "web",
                                        Image.of("example.com/web:7"),
                                        c -> c.limit("memmory", Quantity.mebi(64)))));
    }

    @Example(
            value = "GTY-POD-005",
            why = "An API server rejects the pod: a container could never use what it is allowed.")
    static void podResource(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container(
                                        "web", Image.of("example.com/web:7"), c -> c.limit("memory", Quantity.mebi(64)))
                                .podLimit("memory", Quantity.mebi(32))));
    }

    @Example(value = "GTY-POD-006", why = "An API server rejects the pod: it could only do one of the two.")
    static void fields(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container("web", Image.of("example.com/web:7"), c -> {})
                                .securityContext(s ->
                                        s.sysctl("net.core.somaxconn", "1024").sysctl("net.core.somaxconn", "512"))));
    }

    @Example(value = "GTY-POD-007", why = "An API server rejects the pod: it could not look up any name.")
    static void names(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container("web", Image.of("example.com/web:7"), c -> {})
                                .dnsPolicy(DnsPolicy.NONE)));
    }

    @Example(value = "GTY-POD-008", why = "An API server rejects the pod: a port of a node leads to one port.")
    static void hostPort(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container(
                                        "web",
                                        Image.of("example.com/web:7"),
                                        c -> c.port(Port.http(8080), o -> o.hostPort(80))
                                                .port(Port.tcp("admin", 9000), o -> o.hostPort(80)))));
    }

    @Example(
            value = "GTY-POD-009",
            why = "An API server rejects the pod: a privileged container has all that it could gain.")
    static void privilege(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container(
                                        "web",
                                        Image.of("example.com/web:7"),
                                        c -> c.securityContext(
                                                s -> s.privileged(true).allowPrivilegeEscalation(false)))));
    }

    @Example(
            value = "GTY-POD-010",
            why = "An API server rejects the pod: only pods that are evicted can stay for a time.")
    static void scheduling(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container("web", Image.of("example.com/web:7"), c -> {})
                                .tolerations(Toleration.exists("spot")
                                        .effect(TaintEffect.NO_SCHEDULE)
                                        .atMost(Duration.ofMinutes(5)))));
    }

    @Example(
            value = "GTY-POD-011",
            why = "The cluster takes the constraint, and places the pods as if it were not there.")
    static void spreadsNothing(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container("web", Image.of("example.com/web:7"), c -> {})
                                .topologySpread(
                                        1,
                                        "topology.kubernetes.io/zone",
                                        UnsatisfiableAction.DO_NOT_SCHEDULE,
                                        t -> {})));
    }

    @Example(value = "GTY-POD-012", why = "The suffix m means thousandths: the container would get less than one byte.")
    static void fraction(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container(
                                        "web",
                                        Image.of("example.com/web:7"),
                                        c -> c.limit("memory", Quantity.of("128m")))));
    }

    @Example(value = "GTY-POD-013", why = "CPU is asked for first: 256Mi would be 268 million cores.")
    static void swapped(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container("web", Image.of("example.com/web:7"), c -> c.requests("256Mi", "1Gi"))));
    }

    @Example(
            value = "GTY-WRK-020",
            why = "An API server rejects the workload: every rollout would be given up before its first pod counts.")
    static void rollout(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container("web", Image.of("example.com/web:7"), c -> {})
                                .minReady(Duration.ofMinutes(10))
                                .progressDeadline(Duration.ofMinutes(5))));
    }
}
