package dev.gantry.findings;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.config.ConfigMap;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.Probe;
import java.nio.file.Path;
import java.time.Duration;

/** What the rules for single values are for. */
final class ValueExamples {

    private ValueExamples() {}

    @Example(value = "GTY-VAL-001", why = "There is nothing to write. Leave the call out where there is no value.")
    static void isNull(App app) {
        app.stack("shop").add(ConfigMap.of("web", c -> c.label("team", null)));
    }

    @Example(value = "GTY-VAL-002", why = "A cluster rejects the object.")
    static void name(App app) {
        app.stack("shop").add(ConfigMap.of("Web_Settings", c -> c.text("mode", "fast")));
    }

    @Example(value = "GTY-VAL-003", why = "A cluster rejects the object. Free text belongs into an annotation.")
    static void label(App app) {
        app.stack("shop").add(ConfigMap.of("web", c -> c.label("team", "check out")));
    }

    @Example(
            value = "GTY-VAL-004",
            why = "A cluster rejects the object. Kubernetes' quantities have no space and no B: 500m, 256Mi, 2G.")
    static void quantity(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container("web", Image.of("example.com/web:7"), c -> c.requests("500 m", "1Gb"))));
    }

    @Example(value = "GTY-VAL-005", why = "No registry has an image of this name.")
    static void image(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web", d -> d.selector("app", "web").container("web", Image.of("example.com/web:"), c -> {})));
    }

    @Example(
            value = "GTY-VAL-006",
            why =
                    "A cluster rejects the port. A bad constant does not hide other findings: it is found wherever it is passed.")
    static void port(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container(
                                        "web",
                                        Image.of("example.com/web:7"),
                                        c -> c.ports(Port.tcp("administration-of-web", 8080)))));
    }

    @Example(value = "GTY-VAL-007", why = "A cluster rejects the object.")
    static void range(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .replicas(-1)
                                .container("web", Image.of("example.com/web:7"), c -> {})));
    }

    @Example(value = "GTY-VAL-008", why = "The field holds whole seconds, within bounds.")
    static void duration(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .minReady(Duration.ofMillis(1500))
                                .container("web", Image.of("example.com/web:7"), c -> {})));
    }

    @Example(value = "GTY-VAL-009", why = "A cluster rejects the text.")
    static void text(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container(
                                        "web",
                                        Image.of("example.com/web:7"),
                                        c -> c.ports(Port.http(8080))
                                                .readiness(Probe.httpGet("ready", Port.http(8080))))));
    }

    @Example(value = "GTY-VAL-010", why = "Both cannot be had. Decide for one.")
    static void conflict(App app) {
        app.stack("shop")
                .add(ConfigMap.of(
                        "web",
                        c -> c.file("nginx.conf", Path.of("dev/gantry/findings/header.md"))
                                .text("nginx.conf", "user nobody;")));
    }

    @Example(value = "GTY-VAL-011", why = "A cluster rejects the field here, though it takes it elsewhere.")
    static void notAllowed(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container("web", Image.of("example.com/web:7"), c -> {})
                                .initContainer(
                                        "migrate",
                                        Image.of("example.com/web:7"),
                                        c -> c.readiness(Probe.exec("/bin/ready")))));
    }

    @Example(value = "GTY-VAL-012", why = "A selector without labels takes every pod.")
    static void unknown(App app) {
        Deployment payments = Deployment.existing("payments");
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container("web", Image.of("example.com/web:7"), c -> {})
                                .podAntiAffinity(a -> a.required(payments, "kubernetes.io/hostname"))));
    }
}
