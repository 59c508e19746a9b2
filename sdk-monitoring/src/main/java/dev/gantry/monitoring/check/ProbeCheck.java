package dev.gantry.monitoring.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.ScrapeTargets;
import dev.gantry.finding.Finding;

/** Looks at who probes what. */
final class ProbeCheck {

    private final Findings findings;

    ProbeCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Model model) {
        for (Manifest probe : model.ofKind(ScrapeTargets.GROUP, "Probe")) {
            JsonNode spec = probe.tree().path("spec");
            JsonNode targets = spec.path("targets");
            boolean named = !targets.path("staticConfig").path("static").isEmpty();
            boolean ingresses = targets.path("ingress").isObject();
            if (spec.path("prober").path("url").asText().isEmpty()) {
                findings.add(
                        probe,
                        "spec.prober",
                        Finding.of(MonitorRule.PROBE, "The probe has no prober, so nobody tries its targets.")
                                .hint("Call prober(service, port), such as with the Service of a blackbox exporter."));
            }
            String prober = spec.path("prober").path("url").asText();
            if (prober.contains("/")) {
                findings.add(
                        probe,
                        "spec.prober.url",
                        Finding.of(
                                        MonitorRule.ADDRESS,
                                        "The prober \"" + prober
                                                + "\" is not host and port, so the operator turns the probe away.")
                                .hint("Write such as \"blackbox.example.com:9115\", and call scheme(...) and path(...)"
                                        + " of the prober for the rest."));
            }
            if (!named && !ingresses) {
                findings.add(
                        probe,
                        "spec.targets",
                        Finding.of(MonitorRule.PROBE, "The probe has no targets.")
                                .hint("Call targets(urls) or ingress(labels)."));
            } else if (named && ingresses) {
                findings.add(
                        probe,
                        "spec.targets.ingress",
                        Finding.of(
                                        MonitorRule.PROBE_TARGETS,
                                        "The probe names targets, so those of the Ingresses do not count.")
                                .hint("Make a probe of each.")
                                .related(probe.lineOf("spec.targets.staticConfig"), "the targets are named here"));
            }
        }
    }
}
