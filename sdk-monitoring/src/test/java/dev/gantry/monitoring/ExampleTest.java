package dev.gantry.monitoring;

import static dev.gantry.monitoring.AlertSeverity.CRITICAL;
import static dev.gantry.monitoring.promql.LabelMatcher.matches;
import static dev.gantry.monitoring.promql.PromQl.histogramQuantile;
import static dev.gantry.monitoring.promql.PromQl.metric;
import static dev.gantry.monitoring.promql.PromQl.ratio;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.LabelSelector;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.Synthesis;
import dev.gantry.TestRun;
import dev.gantry.access.ApiResource;
import dev.gantry.access.ClusterRole;
import dev.gantry.access.ClusterRoleBinding;
import dev.gantry.access.ServiceAccount;
import dev.gantry.access.Verbs;
import dev.gantry.monitoring.promql.Expression;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import org.junit.jupiter.api.Test;

/** A program as users write theirs, with a monitor, alerts and the Prometheus that takes them. */
class ExampleTest {

    private static final Port HTTP = Port.http(8080);
    private static final Port METRICS = Port.tcp("metrics", 9090);

    @Test
    void should_read_like_the_core() {
        Synthesis made = TestRun.of(ExampleTest::shop);

        assertThat(made.findings()).isEmpty();
        assertThat(TestRun.manifest(made, "ServiceMonitor", "web").tree().path("spec"))
                .hasToString("{\"endpoints\":[{\"port\":\"metrics\",\"interval\":\"30s\"}],"
                        + "\"selector\":{\"matchLabels\":{\"app.kubernetes.io/name\":\"web\"}}}");
        assertThat(TestRun.manifest(made, "PrometheusRule", "web")
                        .tree()
                        .at("/spec/groups/0/rules")
                        .findValuesAsText("expr"))
                .containsExactly(
                        "rate(http_requests_total{job=\"web\",status=~\"5..\"}[5m]) > 0.1",
                        "sum(rate(http_requests_total{job=\"web\",status=~\"5..\"}[5m])) / "
                                + "sum(rate(http_requests_total{job=\"web\"}[5m])) > 0.05",
                        "histogram_quantile(0.99, sum by (le, namespace) (rate(http_request_duration_seconds_bucket{job=\"web\"}[5m]))) >= 0.5",
                        "kube_deployment_status_replicas_available{namespace=\"shop\",deployment=\"web\"} == 0");
    }

    @Test
    void should_name_the_namespace_of_a_service_that_is_elsewhere() {
        Synthesis made = TestRun.of(app -> {
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            Service service = shop.add(service(shop.add(web())));
            app.stack("monitoring", s -> s.namespace("monitoring"))
                    .add(ServiceMonitor.of("web", service, m -> m.scrape(METRICS)));
        });

        assertThat(made.findings()).isEmpty();
        assertThat(TestRun.manifest(made, "ServiceMonitor", "web").tree().at("/spec/namespaceSelector"))
                .hasToString("{\"matchNames\":[\"shop\"]}");
    }

    @Test
    void should_ask_for_the_job_that_results() {
        Service service = service(web());
        Service named = Service.of("web", s -> s.label("tier", "front").port(METRICS));
        Deployment web = web();
        Synthesis made = TestRun.of(app -> {
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            shop.add(named);
            shop.add(web);
            ServiceMonitor front = shop.add(
                    ServiceMonitor.of("front", named, m -> m.scrape(METRICS).jobLabel("tier")));
            PodMonitor pods = shop.add(PodMonitor.of("pods", web, m -> m.scrape(METRICS)));
            shop.add(PrometheusRule.of(
                    "r",
                    p -> p.group(
                            "g",
                            g -> g.alert("A", a -> a.expr("up{%s} == 0", front.job()))
                                    .alert("B", a -> a.expr("up{%s} == 0", pods.job())))));
        });

        assertThat(TestRun.manifest(made, "PrometheusRule", "r").tree().findValuesAsText("expr"))
                .containsExactly("up{job=\"front\"} == 0", "up{job=\"shop/pods\"} == 0");
        assertThat(service.labels()).containsOnlyKeys("app.kubernetes.io/name");
    }

    @Test
    void should_not_select_by_two_values_of_a_label() {
        Deployment web = web();
        assertThat(TestRun.findings(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(web);
                    shop.add(PodMonitor.of(
                            "pods",
                            web,
                            m -> m.selector("app.kubernetes.io/name", "other").scrape(METRICS)));
                    shop.add(PodMonitor.of(
                            "same",
                            web,
                            m -> m.selector("app.kubernetes.io/name", "web").scrape(METRICS)));
                }))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly("GTY-VAL-010 spec.selector.matchLabels[\"app.kubernetes.io/name\"] The label"
                        + " app.kubernetes.io/name is \"web\" already, and cannot be \"other\" too.");
    }

    private static void shop(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop").label("team", "checkout"));
        Deployment web = shop.add(web());
        Service service = shop.add(service(web));

        ServiceMonitor monitor =
                shop.add(ServiceMonitor.of("web", service, m -> m.scrape(METRICS, e -> e.interval(ofSeconds(30)))));
        Expression requests = metric("http_requests_total")
                .where(monitor.job())
                .rate(ofMinutes(5))
                .sum();
        Expression errors = metric("http_requests_total")
                .where(monitor.job(), matches("status", "5.."))
                .rate(ofMinutes(5))
                .sum();
        shop.add(PrometheusRule.of(
                "web",
                p -> p.group(
                        "web.rules",
                        g -> g.alert(
                                        "HighErrorRate",
                                        a -> a.expr(
                                                        "rate(http_requests_total{%s,status=~\"5..\"}[5m]) > 0.1",
                                                        monitor.job())
                                                .holdsFor(ofMinutes(5))
                                                .severity(CRITICAL)
                                                .summary(
                                                        "{{ $value | humanize }} errors a second in %s",
                                                        service.namespace()))
                                .alert(
                                        "HighErrorRatio",
                                        a -> a.expr(ratio(errors, requests).greaterThan(0.05))
                                                .holdsFor(ofMinutes(5)))
                                .alert(
                                        "Slow",
                                        a -> a.expr(histogramQuantile(
                                                        0.99,
                                                        metric("http_request_duration_seconds_bucket")
                                                                .where(monitor.job())
                                                                .rate(ofMinutes(5))
                                                                .sumBy("le", "namespace"))
                                                .atLeast(0.5)))
                                .alert(
                                        "Gone",
                                        a -> a.expr(
                                                "kube_deployment_status_replicas_available{namespace=\"%s\",deployment=\"%s\"} == 0",
                                                web.namespace(), web.name())))));

        Stack monitoring = app.stack("monitoring", s -> s.namespace("monitoring"));
        ServiceAccount account = monitoring.add(ServiceAccount.of("prometheus", a -> {}));
        ClusterRole reader = monitoring.add(ClusterRole.of(
                "prometheus", r -> r.allow(Verbs.READ, ApiResource.SERVICES, ApiResource.ENDPOINTS, ApiResource.PODS)));
        monitoring.add(ClusterRoleBinding.of("prometheus", reader, b -> b.serviceAccount(account)));
        monitoring.add(Prometheus.of(
                "main",
                p -> p.serviceAccount(account)
                        .serviceMonitorSelector(LabelSelector.of("team", "checkout"))
                        .serviceMonitorNamespaceSelector(LabelSelector.everything())
                        .ruleSelector(LabelSelector.of("team", "checkout"))
                        .ruleNamespaceSelector(LabelSelector.everything())
                        .retention(java.time.Duration.ofDays(30))));
    }

    private static Service service(Deployment web) {
        return Service.of(
                "web",
                s -> s.label("app.kubernetes.io/name", "web")
                        .selects(web)
                        .port(HTTP, 80)
                        .port(METRICS));
    }

    private static Deployment web() {
        return Deployment.of(
                "web",
                d -> d.selector("app.kubernetes.io/name", "web")
                        .container("web", Image.of("example.com/web:7"), c -> c.ports(HTTP, METRICS)));
    }
}
