package dev.gantry.monitoring.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.ScrapeTargets;
import dev.gantry.finding.Finding;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the Services are there to which a Prometheus sends its alerts. */
final class AlertmanagerCheck {

    private static final String OPERATED = "alertmanager-operated";

    private final Model model;
    private final Findings findings;

    AlertmanagerCheck(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check() {
        for (Manifest prometheus : model.ofKind(ScrapeTargets.GROUP, "Prometheus")) {
            JsonNode endpoints = prometheus.tree().path("spec").path("alerting").path("alertmanagers");
            for (int i = 0; i < endpoints.size(); i++) {
                check(prometheus, "spec.alerting.alertmanagers[" + i + "]", endpoints.path(i));
            }
        }
    }

    private void check(Manifest prometheus, String path, JsonNode endpoint) {
        String namespace = endpoint.has("namespace")
                ? endpoint.path("namespace").asText()
                : prometheus.id().namespace();
        String name = endpoint.path("name").asText();
        Manifest service = model.find("", "Service", namespace, name).orElse(null);
        if (service != null) {
            checkPort(prometheus, path, endpoint.path("port"), service);
        } else if (isExpected(prometheus, path, namespace, name)) {
            findings.add(
                    prometheus,
                    path + ".name",
                    Finding.of(
                                    MonitorRule.ALERTMANAGER,
                                    name.equals(OPERATED)
                                            ? "The program has no Alertmanager in the namespace \"" + namespace
                                                    + "\" for which the operator would make this Service."
                                            : "The program has no Service \"" + name + "\" in the namespace \""
                                                    + namespace + "\".")
                            .hint("Pass the Alertmanager, or its Service: alertmanager(alertmanager). If it comes from"
                                    + " elsewhere, accept this finding with finding(code, Severity.OFF, reason)."));
        }
    }

    /** Whether the program ought to have it: it makes things of that sort in that namespace, or an Alertmanager elsewhere. */
    private boolean isExpected(Manifest prometheus, String path, @Nullable String namespace, String name) {
        boolean named = prometheus.references().stream()
                .anyMatch(reference -> reference.field().equals(path + ".name"));
        if (named || prometheus.hasFlaw(path + ".name")) {
            return false;
        }
        if (name.equals(OPERATED)) {
            return model.ofKind(ScrapeTargets.GROUP, "Alertmanager").stream()
                            .noneMatch(it -> Objects.equals(it.id().namespace(), namespace))
                    && !model.ofKind(ScrapeTargets.GROUP, "Alertmanager").isEmpty();
        }
        return model.ofKind(ScrapeTargets.GROUP, "Alertmanager").stream()
                        .anyMatch(it -> Objects.equals(it.id().namespace(), namespace))
                || model.ofKind("", "Service").stream()
                        .anyMatch(it -> Objects.equals(it.id().namespace(), namespace));
    }

    private void checkPort(Manifest prometheus, String path, JsonNode wanted, Manifest service) {
        for (JsonNode port : service.tree().path("spec").path("ports")) {
            boolean same = wanted.isTextual()
                    ? port.path("name").asText().equals(wanted.asText())
                    : port.path("port").asInt() == wanted.asInt()
                            || port.path("targetPort").asInt() == wanted.asInt();
            if (same) {
                return;
            }
        }
        if (!wanted.isMissingNode() && !prometheus.hasFlaw(path + ".port")) {
            findings.add(
                    prometheus,
                    path + ".port",
                    Finding.of(
                                    MonitorRule.ALERTMANAGER,
                                    service + " has no port "
                                            + (wanted.isTextual() ? '"' + wanted.asText() + '"' : wanted) + ".")
                            .hint("Name a port that the Service has.")
                            .related(service.lineOf("spec.ports"), service + " has these ports"));
        }
    }
}
