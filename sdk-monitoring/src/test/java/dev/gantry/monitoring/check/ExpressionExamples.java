package dev.gantry.monitoring.check;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.findings.Example;
import dev.gantry.monitoring.PrometheusRule;
import dev.gantry.monitoring.ServiceMonitor;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import java.time.Duration;

/** What the rules for alerts and recording rules are for. */
final class ExpressionExamples {

    private static final Port METRICS = Port.tcp("metrics", 9090);

    private ExpressionExamples() {}

    @Example(
            value = "GTY-PRM-001",
            why =
                    "The operator leaves out a PrometheusRule that Prometheus cannot read, with all of its other rules. Brackets, strings, functions, their arguments and windows are looked at; whether a metric is there is not.")
    static void expression(App app) {
        app.stack("shop")
                .add(PrometheusRule.of(
                        "web",
                        p -> p.group("web", g -> g.alert("Errors", a -> a.expr("rate(http_errors_total) > 0.1")))));
    }

    @Example(
            value = "GTY-PRM-002",
            why =
                    "The job label is the name of the Service, unless the monitor's jobLabel says otherwise, so it is easily thought to be something else. The alert never fires.")
    static void unknownJob(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web").container("web", Image.of("example.com/web:7"), c -> c.ports(METRICS))));
        Service service = shop.add(
                Service.of("web", s -> s.label("app", "web").selects(web).port(METRICS)));
        shop.add(ServiceMonitor.of("metrics", service, m -> m.scrape(METRICS)));
        shop.add(PrometheusRule.of(
                "web", p -> p.group("web", g -> g.alert("Down", a -> a.expr("up{job=\"metrics\"} == 0")))));
    }

    @Example(
            value = "GTY-PRM-003",
            why =
                    "Whoever is woken by the alert reads the error instead of the text; some mistakes keep all rules out.")
    static void template(App app) {
        app.stack("shop")
                .add(PrometheusRule.of(
                        "web",
                        p -> p.group(
                                "web",
                                g -> g.alert(
                                        "Full",
                                        a -> a.expr("disk > 0.9").summary("{{ $value | humanizePercent }} full")))));
    }

    @Example(
            value = "GTY-PRM-004",
            why =
                    "An alert holds so that one bad sample is not enough. Within less than an interval there is no second one.")
    static void shortFor(App app) {
        app.stack("shop")
                .add(PrometheusRule.of(
                        "web",
                        p -> p.group(
                                "web",
                                g -> g.interval(Duration.ofMinutes(5))
                                        .alert("Down", a -> a.expr("up == 0").holdsFor(Duration.ofMinutes(2))))));
    }

    @Example(
            value = "GTY-PRM-005",
            why = "Both write the same series, or the same alert: the last one wins, or they take turns.")
    static void sameRule(App app) {
        app.stack("shop")
                .add(PrometheusRule.of(
                        "web",
                        p -> p.group(
                                "web",
                                g -> g.alert("Slow", a -> a.expr("latency > 1"))
                                        .alert("Slow", a -> a.expr("latency > 2")))));
    }

    @Example(value = "GTY-PRM-006", why = "The operator leaves the PrometheusRule out, with all of its other rules.")
    static void name(App app) {
        app.stack("shop")
                .add(PrometheusRule.of(
                        "web",
                        p -> p.group("web", g -> g.record("requests{job=\"web\"}", r -> r.expr("sum(requests)")))));
    }

    @Example(
            value = "GTY-PRM-007",
            why =
                    "Prometheus 3 takes any name, which has to stand in quotes in every expression then. Versions before that refuse it.")
    static void newName(App app) {
        app.stack("shop")
                .add(PrometheusRule.of(
                        "web", p -> p.group("web", g -> g.record("web.requests", r -> r.expr("sum(requests)")))));
    }

    @Example(value = "GTY-PRM-008", why = "Prometheus does not load a file of rules with two groups of one name.")
    static void sameGroup(App app) {
        app.stack("shop")
                .add(PrometheusRule.of(
                        "web",
                        p -> p.group("web", g -> g.alert("Down", a -> a.expr("up == 0")))
                                .group("web", g -> g.alert("Slow", a -> a.expr("latency > 1")))));
    }

    @Example(value = "GTY-PRM-009", why = "The operator leaves the PrometheusRule out, with all of its other rules.")
    static void form(App app) {
        app.stack("shop")
                .add(PrometheusRule.of("web", p -> p.group("web", g -> g.alert("Down", a -> a.severity("page")))));
    }

    @Example(
            value = "GTY-PRM-010",
            why =
                    "A rate needs two samples. With fewer in its window there is no value, and an alert on it never fires, or at times only.")
    static void shortWindow(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web").container("web", Image.of("example.com/web:7"), c -> c.ports(METRICS))));
        Service service = shop.add(
                Service.of("web", s -> s.label("app", "web").selects(web).port(METRICS)));
        ServiceMonitor monitor = shop.add(ServiceMonitor.of(
                "web", service, m -> m.scrape(METRICS, e -> e.interval(Duration.ofMinutes(1)))));
        shop.add(PrometheusRule.of(
                "web",
                p -> p.group(
                        "web",
                        g -> g.alert(
                                "Errors",
                                a -> a.expr("rate(errors_total{%s}[%s]) > 1", monitor.job(), Duration.ofMinutes(1))))));
    }

    @Example(
            value = "GTY-PRM-011",
            why = "Whoever is woken by the alert reads the variable instead of what it stands for.")
    static void bareVariable(App app) {
        app.stack("shop")
                .add(PrometheusRule.of(
                        "web",
                        p -> p.group(
                                "web",
                                g -> g.alert(
                                        "Full",
                                        a -> a.expr("disk > 0.9").summary("The disk of $labels.pod is full")))));
    }
}
