package com.example.platform;

import static dev.gantry.monitoring.AlertSeverity.CRITICAL;
import static dev.gantry.monitoring.AlertSeverity.WARNING;
import static dev.gantry.monitoring.promql.PromQl.metric;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.gantry.App;
import dev.gantry.LabelSelector;
import dev.gantry.Port;
import dev.gantry.Quantity;
import dev.gantry.Stack;
import dev.gantry.access.ApiResource;
import dev.gantry.access.ClusterRole;
import dev.gantry.access.ClusterRoleBinding;
import dev.gantry.access.ServiceAccount;
import dev.gantry.access.Verbs;
import dev.gantry.finding.Severity;
import dev.gantry.monitoring.Prometheus;
import dev.gantry.monitoring.PrometheusRule;
import dev.gantry.monitoring.ServiceMonitor;
import dev.gantry.network.Service;
import dev.gantry.storage.AccessMode;
import dev.gantry.storage.VolumeClaim;

/** What is measured of the application, when somebody is told, and the Prometheus that does both. */
final class Monitoring {

    private static final LabelSelector OUR_TEAM = LabelSelector.of("team", "myteam");

    private Monitoring() {}

    /** What is measured of the application, and its alerts. */
    static void watch(Stack myapp, Service service, Port metrics) {
        myapp.add(ServiceMonitor.of(
                "myapp-metrics",
                service,
                m -> m.label("team", "myteam")
                        .finding(
                                "GTY-MON-006",
                                Severity.OFF,
                                "the document does not say into which namespaces Prometheus looks; see docs/seed.md")
                        .scrape(metrics, e -> e.path("/metrics").interval(ofSeconds(30)))));
        myapp.add(PrometheusRule.of(
                "myapp-alerts",
                r -> r.label("team", "myteam")
                        .finding(
                                "GTY-MON-006",
                                Severity.OFF,
                                "the document does not say into which namespaces Prometheus looks; see docs/seed.md")
                        .finding("GTY-PRM-002", Severity.OFF, "the document asks for this job; see docs/seed.md")
                        .group("myapp.rules", g -> g.alert(
                                        "HighErrorRate",
                                        a -> a.expr("rate(http_requests_total{job=\"myapp\",status=~\"5..\"}[5m]) > 0.1")
                                                .holdsFor(ofMinutes(5))
                                                .severity(CRITICAL)
                                                .summary("High error rate detected")
                                                .description("Error rate is {{ $value }} requests per second"))
                                .alert(
                                        "HighMemoryUsage",
                                        a -> a.expr(metric("container_memory_usage_bytes")
                                                        .where("container", "myapp")
                                                        .dividedBy(metric("container_spec_memory_limit_bytes"))
                                                        .greaterThan(0.9))
                                                .holdsFor(ofMinutes(2))
                                                .severity(WARNING)
                                                .summary("High memory usage")
                                                .description("Memory usage is at {{ $value | humanizePercentage }}")))));
    }

    /** The Prometheus, with what it may see of the cluster. */
    static void define(App app) {
        Stack stack = app.stack("monitoring", s -> s.namespace("monitoring"));
        ServiceAccount account = stack.add(ServiceAccount.of("prometheus", a -> {}));
        ClusterRole reader = stack.add(ClusterRole.of(
                "prometheus",
                r -> r.allow(Verbs.READ, ApiResource.SERVICES, ApiResource.ENDPOINTS, ApiResource.PODS)));
        stack.add(ClusterRoleBinding.of("prometheus", reader, b -> b.serviceAccount(account)));
        stack.add(Prometheus.of(
                "prometheus",
                p -> p.serviceAccount(account)
                        .serviceMonitorSelector(OUR_TEAM)
                        .ruleSelector(OUR_TEAM)
                        .request("memory", Quantity.of("400Mi"))
                        .retention(ofDays(30))
                        .storage(VolumeClaim.of("50Gi", AccessMode.READ_WRITE_ONCE))));
    }
}
