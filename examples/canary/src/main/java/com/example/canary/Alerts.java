package com.example.canary;

import static dev.gantry.monitoring.AlertSeverity.CRITICAL;
import static dev.gantry.monitoring.AlertSeverity.WARNING;
import static dev.gantry.monitoring.promql.LabelMatcher.matches;
import static dev.gantry.monitoring.promql.PromQl.metric;
import static dev.gantry.monitoring.promql.PromQl.ratio;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.gantry.Stack;
import dev.gantry.monitoring.PrometheusRule;
import dev.gantry.monitoring.ServiceMonitor;
import dev.gantry.monitoring.promql.Expression;

/** What is measured, and when somebody is told. */
final class Alerts {

    private Alerts() {}

    static void define(Stack shop, Servers servers) {
        ServiceMonitor monitor = shop.add(ServiceMonitor.of("web", servers.service, m -> m
                .podTargetLabels("track")
                .scrape(Servers.METRICS, e -> e.interval(ofSeconds(30)))));

        Expression requests = metric("http_requests_total")
                .where(monitor.job())
                .rate(ofMinutes(5))
                .sumBy("track");
        Expression errors = metric("http_requests_total")
                .where(monitor.job(), matches("status", "5.."))
                .rate(ofMinutes(5))
                .sumBy("track");
        shop.add(PrometheusRule.of("web", p -> p
                .group("web.rules", g -> g
                        .interval(ofSeconds(30))
                        .record("track:http_errors:ratio_rate5m", r -> r.expr(ratio(errors, requests)))
                        .alert("CanaryFails", a -> a
                                .expr("track:http_errors:ratio_rate5m{track=\"canary\"}"
                                        + " > ignoring(track) 2 * track:http_errors:ratio_rate5m{track=\"stable\"}")
                                .holdsFor(ofMinutes(5))
                                .severity(WARNING)
                                .summary("The canary fails more often than the stable version")
                                .description("{{ $value | humanizePercentage }} of its requests fail"))
                        .alert("ShopFails", a -> a
                                .expr("track:http_errors:ratio_rate5m > 0.05")
                                .holdsFor(ofMinutes(5))
                                .severity(CRITICAL)
                                .summary("{{ $labels.track }} servers fail")
                                .description("{{ $value | humanizePercentage }} of the requests fail")))));
    }
}
