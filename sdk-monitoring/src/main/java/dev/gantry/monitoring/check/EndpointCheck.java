package dev.gantry.monitoring.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.ScrapeTargets;
import dev.gantry.finding.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at how things are scraped: times, relabelling, and how Prometheus logs in. */
final class EndpointCheck {

    private static final List<String> LOGINS = List.of("basicAuth", "authorization", "oauth2", "sigv4", "azureAd");
    private static final String BEARER = "bearerTokenSecret";

    private final Findings findings;
    private final RelabelingCheck relabelings;

    EndpointCheck(Findings findings) {
        this.findings = findings;
        this.relabelings = new RelabelingCheck(findings);
    }

    void check(Model model) {
        for (Manifest monitor : model.ofKind(ScrapeTargets.GROUP, "ServiceMonitor")) {
            checkEndpoints(monitor, "endpoints");
        }
        for (Manifest monitor : model.ofKind(ScrapeTargets.GROUP, "PodMonitor")) {
            checkEndpoints(monitor, "podMetricsEndpoints");
        }
        for (Manifest config : model.ofKind(ScrapeTargets.GROUP, "ScrapeConfig")) {
            JsonNode spec = config.tree().path("spec");
            check(config, "spec", spec, "scrapeInterval");
            checkTls(config, "spec", spec.path("scheme"), spec);
            new AddressCheck(findings).check(config);
            spec.properties().forEach(field -> checkDiscovery(config, "spec." + field.getKey(), field.getValue()));
        }
        for (Manifest probe : model.ofKind(ScrapeTargets.GROUP, "Probe")) {
            JsonNode spec = probe.tree().path("spec");
            check(probe, "spec", spec, "interval");
            checkTls(probe, "spec", spec.path("prober").path("scheme"), spec);
            JsonNode targets = spec.path("targets");
            relabelings.check(
                    probe,
                    "spec.targets.staticConfig.relabelingConfigs",
                    targets.at("/staticConfig/relabelingConfigs"));
            relabelings.check(
                    probe, "spec.targets.ingress.relabelingConfigs", targets.at("/ingress/relabelingConfigs"));
        }
        for (String kind : List.of("Prometheus", "PrometheusAgent")) {
            for (Manifest prometheus : model.ofKind(ScrapeTargets.GROUP, kind)) {
                checkPrometheus(prometheus);
            }
        }
    }

    /** Where targets are found, Prometheus logs in as well. */
    private void checkDiscovery(Manifest config, String field, JsonNode list) {
        if (field.endsWith("SDConfigs")) {
            for (int i = 0; i < list.size(); i++) {
                checkLogins(config, field + "[" + i + "]", list.path(i));
            }
        }
    }

    private void checkEndpoints(Manifest monitor, String list) {
        JsonNode endpoints = monitor.tree().path("spec").path(list);
        for (int i = 0; i < endpoints.size(); i++) {
            String path = "spec." + list + "[" + i + "]";
            JsonNode endpoint = endpoints.path(i);
            check(monitor, path, endpoint, "interval");
            checkTls(monitor, path, endpoint.path("scheme"), endpoint);
        }
    }

    private void check(Manifest manifest, String path, JsonNode scrape, String interval) {
        checkTimes(manifest, path, scrape, interval);
        checkLogins(manifest, path, scrape);
        relabelings.check(manifest, path + ".relabelings", scrape.path("relabelings"));
        relabelings.check(manifest, path + ".metricRelabelings", scrape.path("metricRelabelings"));
    }

    private void checkPrometheus(Manifest prometheus) {
        JsonNode spec = prometheus.tree().path("spec");
        checkTimes(prometheus, "spec", spec, "scrapeInterval");
        JsonNode writes = spec.path("remoteWrite");
        for (int i = 0; i < writes.size(); i++) {
            String path = "spec.remoteWrite[" + i + "]";
            checkLogins(prometheus, path, writes.path(i));
            relabelings.check(
                    prometheus, path + ".writeRelabelConfigs", writes.path(i).path("writeRelabelConfigs"));
        }
        JsonNode reads = spec.path("remoteRead");
        for (int i = 0; i < reads.size(); i++) {
            checkLogins(prometheus, "spec.remoteRead[" + i + "]", reads.path(i));
        }
        JsonNode alertmanagers = spec.path("alerting").path("alertmanagers");
        for (int i = 0; i < alertmanagers.size(); i++) {
            String path = "spec.alerting.alertmanagers[" + i + "]";
            checkLogins(prometheus, path, alertmanagers.path(i));
            for (String list : List.of("relabelings", "alertRelabelings")) {
                relabelings.check(
                        prometheus, path + "." + list, alertmanagers.path(i).path(list));
            }
        }
    }

    private void checkTimes(Manifest manifest, String path, JsonNode scrape, String interval) {
        Duration every = DurationText.parse(scrape.path(interval).asText());
        Duration timeout = DurationText.parse(scrape.path("scrapeTimeout").asText());
        if (every != null && timeout != null && timeout.compareTo(every) > 0) {
            findings.add(
                    manifest,
                    path + ".scrapeTimeout",
                    Finding.of(
                                    MonitorRule.TIMEOUT,
                                    "The timeout of "
                                            + scrape.path("scrapeTimeout").asText()
                                            + " is longer than the interval of "
                                            + scrape.path(interval).asText() + ", which the operator turns away.")
                            .hint("Give a shorter timeout, or a longer interval.")
                            .related(manifest.lineOf(path + "." + interval), "the interval"));
        }
    }

    private void checkLogins(Manifest manifest, String path, JsonNode scrape) {
        List<String> logins = new ArrayList<>(1);
        for (String login : LOGINS) {
            if (scrape.hasNonNull(login)) {
                logins.add(login);
            }
        }
        if (!scrape.path(BEARER).isEmpty()) {
            logins.add(BEARER);
        }
        if (logins.size() > 1) {
            findings.add(
                    manifest,
                    path + "." + logins.get(1),
                    Finding.of(
                                    MonitorRule.AUTHENTICATION,
                                    "Only one of " + String.join(" and ", logins) + " can be used.")
                            .hint("Leave all but one of them out.")
                            .related(manifest.lineOf(path + "." + logins.get(0)), logins.get(0)));
        }
    }

    private void checkTls(Manifest manifest, String path, JsonNode scheme, JsonNode scrape) {
        if (scrape.path("tlsConfig").size() > 0
                && !scheme.asText().equalsIgnoreCase("https")
                && scrape.path("proxyUrl").isMissingNode()) {
            findings.add(
                    manifest,
                    path + ".tlsConfig",
                    Finding.of(
                                    MonitorRule.TLS_UNUSED,
                                    "The scheme is " + (scheme.isMissingNode() ? "http, the default" : scheme.asText())
                                            + ", so the TLS settings do not count.")
                            .hint("Call scheme(ScrapeScheme.HTTPS), or leave tlsConfig out."));
        }
    }
}
