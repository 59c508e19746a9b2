package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.ScrapeTarget;
import dev.gantry.check.ScrapeTargets;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what monitors scrape with what the mesh lets through. Probes are not looked at: Istio leads them by its agent, which
 * no policy is asked about.
 */
final class ScrapeCheck {

    private final Model model;
    private final Findings findings;
    private final Set<String> known = new HashSet<>();
    private final Map<String, FailingScrapes> strict = new LinkedHashMap<>();
    private final Map<String, FailingScrapes> shutOut = new LinkedHashMap<>();

    ScrapeCheck(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check() {
        PeerModes modes = new PeerModes(model);
        List<Manifest> allowing = new ArrayList<>();
        for (Manifest policy : model.ofKind(IstioChecks.SECURITY, "AuthorizationPolicy")) {
            if (AuthorizationCheck.action(policy).equals("ALLOW")) {
                allowing.add(policy);
            }
        }
        if (modes.isEmpty() && allowing.isEmpty()) {
            return;
        }
        SidecarPorts ports = new SidecarPorts(model);
        for (ScrapeTarget target : ScrapeTargets.of(model).all()) {
            if (!ports.isOpen(target.workload(), target.number())) {
                checkTls(target, modes);
                checkPolicies(target, allowing);
            }
        }
        strict.values().forEach(this::reportStrict);
        shutOut.values().forEach(this::reportShutOut);
    }

    private void checkTls(ScrapeTarget target, PeerModes modes) {
        PeerModes.Strict mode = target.isPlain() ? modes.strict(target.workload(), target.number()) : null;
        if (mode != null && known.add(mode.policy() + " " + target.workload() + " " + target.number())) {
            String cause = mode.policy() + " " + mode.field() + " " + target.monitor();
            strict.computeIfAbsent(cause, x -> new FailingScrapes(mode.policy(), mode.field(), target))
                    .add(target);
        }
    }

    private void reportStrict(FailingScrapes scrapes) {
        Manifest monitor = scrapes.first().monitor();
        findings.add(
                scrapes.policy(),
                scrapes.field(),
                Finding.of(
                                MeshRule.STRICT_SCRAPE,
                                "The port " + scrapes.ports() + (scrapes.hasOnePort() ? " takes" : " take")
                                        + " mutual TLS only, but " + monitor + " scrapes "
                                        + (scrapes.isOne() ? "it" : "them") + " in plain text.")
                        .hint(
                                "Let the port take plain text: portLevelMtls(port, MutualTlsMode.PERMISSIVE), in a policy that"
                                        + " selects the workload; or scrape it with the scheme https and the certificates that"
                                        + " Istio gives Prometheus.")
                        .related(monitor.lineOf(scrapes.first().field()), scrapes.shown()));
    }

    private void checkPolicies(ScrapeTarget target, List<Manifest> allowing) {
        Scraper scraper = new Scraper(target);
        Manifest first = null;
        for (Manifest policy : allowing) {
            if (!new PolicyScope(policy).holdsFor(target.workload())) {
                continue;
            }
            first = first == null ? policy : first;
            for (JsonNode rule : policy.tree().path("spec").path("rules")) {
                if (scraper.isLetThrough(rule)) {
                    return;
                }
            }
        }
        String what = target.path() + " " + target.number() + " " + target.workload();
        if (first != null && known.add(first + " " + what)) {
            Manifest policy = first;
            String cause = policy + " " + target.path() + " " + target.isPlain() + " " + target.monitor();
            shutOut.computeIfAbsent(cause, x -> new FailingScrapes(policy, "spec.rules", target))
                    .add(target);
        }
    }

    private void reportShutOut(FailingScrapes scrapes) {
        ScrapeTarget first = scrapes.first();
        findings.add(
                scrapes.policy(),
                scrapes.field(),
                Finding.of(
                                MeshRule.SCRAPER_SHUT_OUT,
                                "No policy allows GET " + first.path() + " at the port " + scrapes.ports() + ", which "
                                        + first.monitor() + " scrapes"
                                        + (first.isPlain() ? " in plain text, and so without an identity." : "."))
                        .hint("Add a rule for it: rule(r -> r.to(o -> o.ports(port).paths(\"" + first.path()
                                + "\").methods(\"GET\"))).")
                        .related(first.monitor().lineOf(first.field()), scrapes.shown()));
    }
}
