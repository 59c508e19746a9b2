package dev.gantry.monitoring;

import static dev.gantry.monitoring.promql.PromQl.metric;

import dev.gantry.model.Case;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

final class RuleCases {

    private RuleCases() {}

    static List<Case> cases() {
        ServiceMonitor monitor = ServiceMonitor.of("web", MonitorCases.web(), m -> {});
        return List.of(
                rules(
                        "an alert",
                        g -> g.alert(
                                "HighErrorRate",
                                a -> a.expr(
                                                "rate(http_requests_total{%s,status=~\"5..\"}[%s]) > 0.1",
                                                monitor.job(), Duration.ofMinutes(5))
                                        .holdsFor(Duration.ofMinutes(5))
                                        .keepFiringFor(Duration.ofSeconds(90))
                                        .severity(AlertSeverity.CRITICAL)
                                        .label("team", "checkout")
                                        .summary("Errors in %s", "web")
                                        .description("{{ $value | humanize }} errors a second")
                                        .runbookUrl("https://example.com/runbook")
                                        .annotation("dashboard", "web")),
                        """
                        rules:
                        - alert: HighErrorRate
                          expr: rate(http_requests_total{job="web",status=~"5.."}[5m]) > 0.1
                          for: 5m
                          keep_firing_for: 1m30s
                          labels: {severity: critical, team: checkout}
                          annotations:
                            summary: Errors in web
                            description: "{{ $value | humanize }} errors a second"
                            runbook_url: https://example.com/runbook
                            dashboard: web
                        """),
                rules(
                        "what is stored, and all that a group has",
                        g -> g.interval(Duration.ofMinutes(1))
                                .limit(10)
                                .queryOffset(Duration.ofSeconds(20))
                                .label("source", "web")
                                .partialResponseStrategy(PartialResponseStrategy.WARN)
                                .record(
                                        "job:requests:rate5m",
                                        r -> r.expr(metric("requests")
                                                        .rate(Duration.ofMinutes(5))
                                                        .sumBy("job"))
                                                .label("level", "job"))
                                .record("one", r -> r.expr("vector(1)"))
                                .alert(
                                        "Down",
                                        a -> a.expr(metric("up").equalTo(0)).severity("page")),
                        """
                        interval: 1m
                        limit: 10
                        query_offset: 20s
                        labels: {source: web}
                        partial_response_strategy: warn
                        rules:
                        - record: job:requests:rate5m
                          expr: sum by (job) (rate(requests[5m]))
                          labels: {level: job}
                        - record: one
                          expr: vector(1)
                        - alert: Down
                          expr: up == 0
                          labels: {severity: page}
                        """));
    }

    private static Case rules(String name, Consumer<RuleGroup> options, String group) {
        return ByHand.of(
                "rules: " + name,
                PrometheusRule.of("r", p -> p.group("g", options)),
                io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule.class,
                "groups:\n- name: g\n" + group.indent(2));
    }
}
