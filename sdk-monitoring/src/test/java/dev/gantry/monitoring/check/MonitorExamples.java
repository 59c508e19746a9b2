package dev.gantry.monitoring.check;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.LabelSelector;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.access.ServiceAccount;
import dev.gantry.config.Secret;
import dev.gantry.findings.Example;
import dev.gantry.monitoring.PodMonitor;
import dev.gantry.monitoring.Prometheus;
import dev.gantry.monitoring.PrometheusProbe;
import dev.gantry.monitoring.RelabelAction;
import dev.gantry.monitoring.Relabeling;
import dev.gantry.monitoring.ScrapeConfig;
import dev.gantry.monitoring.ServiceMonitor;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import java.time.Duration;

/** What the rules for monitors and Prometheus are for. */
final class MonitorExamples {

    private static final Port METRICS = Port.tcp("metrics", 9090);

    private MonitorExamples() {}

    @Example(
            value = "GTY-MON-001",
            why =
                    "The operator takes the monitor, and Prometheus then finds no target, without an error anywhere. Pass the Port that the Service or the container has.")
    static void port(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container("web", Image.of("example.com/web:7"), c -> c.ports(Port.http(8080)))));
        shop.add(PodMonitor.of("web", web, m -> m.scrape(METRICS)));
    }

    @Example(
            value = "GTY-MON-002",
            why =
                    "A label or a namespace does not fit, so nothing is scraped. Services that are made elsewhere are not known here.")
    static void selectsNothing(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        Service web = shop.add(
                Service.of("web", s -> s.label("app", "web").port(METRICS).externalName("web.example.com")));
        shop.add(ServiceMonitor.of("web", web, m -> m.scrape(METRICS).namespaces("monitoring")));
    }

    @Example(
            value = "GTY-MON-003",
            why =
                    "The other Service is scraped too, and its series cannot be told from those that are meant by any label that the monitor gives.")
    static void selectsOthers(App app) {
        Stack shop = app.stack("shop");
        Service web = shop.add(
                Service.of("web", s -> s.label("app", "web").port(METRICS).externalName("a.example.com")));
        shop.add(Service.of("canary", s -> s.label("app", "web").port(METRICS).externalName("b.example.com")));
        shop.add(ServiceMonitor.of("web", web, m -> m.scrape(METRICS)));
    }

    @Example(
            value = "GTY-MON-004",
            why =
                    "A monitor finds a Service by labels. Those that a stack adds are on every Service of the stack, so they would select too many.")
    static void noLabels(App app) {
        Stack shop = app.stack("shop");
        Service web = shop.add(Service.of("web", s -> s.port(METRICS).externalName("web.example.com")));
        shop.add(ServiceMonitor.of("web", web, m -> m.scrape(METRICS)));
    }

    @Example(
            value = "GTY-MON-005",
            why = "Without a port, the monitor does nothing, and an API server turns a ServiceMonitor away.")
    static void noEndpoints(App app) {
        Stack shop = app.stack("shop");
        Service web = shop.add(
                Service.of("web", s -> s.label("app", "web").port(METRICS).externalName("web.example.com")));
        shop.add(ServiceMonitor.of("web", web, m -> m.jobLabel("app")));
    }

    @Example(
            value = "GTY-MON-006",
            why =
                    "A Prometheus takes what its selectors ask for: none where a selector is not set, all where it is empty, and only from its own namespace unless a selector for namespaces says otherwise.")
    static void notTaken(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        Service web = shop.add(
                Service.of("web", s -> s.label("app", "web").port(METRICS).externalName("web.example.com")));
        shop.add(ServiceMonitor.of("web", web, m -> m.scrape(METRICS)));
        app.stack("monitoring", s -> s.namespace("monitoring"))
                .add(Prometheus.of(
                        "main",
                        p -> p.serviceMonitorSelector(LabelSelector.of("team", "checkout"))
                                .serviceMonitorNamespaceSelector(LabelSelector.everything())));
    }

    @Example(
            value = "GTY-MON-007",
            why =
                    "Prometheus finds targets by asking the API server, as the ServiceAccount that it runs as. What it may not list, it does not scrape, and only its log says so.")
    static void mayNotList(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web").container("web", Image.of("example.com/web:7"), c -> c.ports(METRICS))));
        shop.add(PodMonitor.of("web", web, m -> m.scrape(METRICS)));
        ServiceAccount account = shop.add(ServiceAccount.of("prometheus", a -> {}));
        shop.add(Prometheus.of("main", p -> p.serviceAccount(account).podMonitorSelector(LabelSelector.everything())));
    }

    @Example(value = "GTY-MON-008", why = "The operator leaves such a monitor out of the configuration.")
    static void timeout(App app) {
        Stack shop = app.stack("shop");
        Service web = shop.add(
                Service.of("web", s -> s.label("app", "web").port(METRICS).externalName("web.example.com")));
        shop.add(ServiceMonitor.of(
                "web",
                web,
                m -> m.scrape(METRICS, e -> e.interval(Duration.ofSeconds(15)).scrapeTimeout(Duration.ofSeconds(20)))));
    }

    @Example(
            value = "GTY-MON-009",
            why =
                    "Each action looks at some of the fields only, and needs some of them. The operator turns others away, and with them the whole monitor.")
    static void relabeling(App app) {
        Stack shop = app.stack("shop");
        Service web = shop.add(
                Service.of("web", s -> s.label("app", "web").port(METRICS).externalName("web.example.com")));
        shop.add(ServiceMonitor.of(
                "web",
                web,
                m -> m.scrape(
                        METRICS,
                        e -> e.relabelings(
                                Relabeling.of(RelabelAction.LABEL_DROP).sourceLabels("pod")))));
    }

    @Example(value = "GTY-MON-010", why = "All of them write the same header, so the operator turns the monitor away.")
    static void authentication(App app) {
        Secret secret = Secret.existing("metrics");
        Stack shop = app.stack("shop");
        Service web = shop.add(
                Service.of("web", s -> s.label("app", "web").port(METRICS).externalName("web.example.com")));
        shop.add(ServiceMonitor.of(
                "web",
                web,
                m -> m.scrape(
                        METRICS,
                        e -> e.basicAuth(secret.key("user"), secret.key("password"))
                                .authorization(secret.key("token")))));
    }

    @Example(
            value = "GTY-MON-011",
            why =
                    "A certificate protects nothing where the scheme is http: what is scraped goes over the wire in plain text.")
    static void tlsUnused(App app) {
        Stack shop = app.stack("shop");
        Service web = shop.add(
                Service.of("web", s -> s.label("app", "web").port(METRICS).externalName("web.example.com")));
        shop.add(ServiceMonitor.of(
                "web",
                web,
                m -> m.scrape(
                        METRICS,
                        e -> e.tlsConfig(t -> t.ca(Secret.existing("metrics").key("ca.crt"))))));
    }

    @Example(value = "GTY-MON-012", why = "Alerts that lead nowhere are noticed last of all.")
    static void alertmanager(App app) {
        Port web = Port.tcp("web", 9093);
        Stack monitoring = app.stack("monitoring", s -> s.namespace("monitoring"));
        monitoring.add(Service.of("alerts", s -> s.port(web).externalName("alerts.example.com")));
        monitoring.add(Prometheus.of(
                "main",
                p -> p.alertmanager(Service.existing("alerts").in("monitoring"), Port.tcp("http", 9093), a -> {})));
    }

    @Example(value = "GTY-MON-013", why = "A probe needs somebody who tries, and something to try.")
    static void probe(App app) {
        app.stack("monitoring")
                .add(PrometheusProbe.of(
                        "shop", p -> p.prober("blackbox.example.com:9115").module("http_2xx")));
    }

    @Example(value = "GTY-MON-014", why = "The operator looks at the Ingresses only where no targets are named.")
    static void probeTargets(App app) {
        app.stack("monitoring")
                .add(PrometheusProbe.of(
                        "shop",
                        p -> p.prober("blackbox.example.com:9115")
                                .targets("https://shop.example.com")
                                .ingress(LabelSelector.everything())));
    }

    @Example(
            value = "GTY-MON-015",
            why =
                    "Prometheus 3 takes any name. Versions before that refuse it, and with it the whole monitor. Often the name of a Kubernetes label is meant, in which Prometheus writes all but letters and digits as '_'.")
    static void newLabel(App app) {
        app.stack("shop")
                .add(ScrapeConfig.of(
                        "web", s -> s.targets("web.example.com:9090").relabelings(Relabeling.keep("my-app", "web"))));
    }

    @Example(value = "GTY-MON-016", why = "Scheme and path are fields of their own; with a URL, nothing is scraped.")
    static void address(App app) {
        app.stack("shop").add(ScrapeConfig.of("web", s -> s.targets("http://web.example.com:9090/metrics")));
    }
}
