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
import java.util.List;
import java.util.Set;

/**
 * Compares what monitors scrape with what the mesh lets through. Probes are not looked at: Istio leads them by its agent, which
 * no policy is asked about.
 */
final class ScrapeCheck {

    private final Model model;
    private final Findings findings;
    private final Set<String> reported = new HashSet<>();

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
    }

    private void checkTls(ScrapeTarget target, PeerModes modes) {
        PeerModes.Strict strict = target.isPlain() ? modes.strict(target.workload(), target.number()) : null;
        if (strict == null || !reported.add(strict.policy() + " " + target.workload() + " " + target.number())) {
            return;
        }
        findings.add(
                strict.policy(),
                strict.field(),
                Finding.of(
                                MeshRule.STRICT_SCRAPE,
                                "The port " + target.number() + " of " + target.workload()
                                        + " takes mutual TLS only, but " + target.monitor()
                                        + " scrapes it in plain text.")
                        .hint(
                                "Let the port take plain text: portLevelMtls(port, MutualTlsMode.PERMISSIVE), in a policy that"
                                        + " selects the workload; or scrape it with the scheme https and the certificates that"
                                        + " Istio gives Prometheus.")
                        .related(target.monitor().lineOf(target.field()), target.monitor() + " scrapes it here"));
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
        String what = "GET " + target.path() + " at the port " + target.number() + " of " + target.workload();
        if (first != null && reported.add(first + " " + what)) {
            findings.add(
                    first,
                    "spec.rules",
                    Finding.of(
                                    MeshRule.SCRAPER_SHUT_OUT,
                                    "No policy allows " + what + ", which " + target.monitor() + " scrapes"
                                            + (target.isPlain() ? " in plain text, and so without an identity." : "."))
                            .hint("Add a rule for it: rule(r -> r.to(o -> o.ports(port).paths(\"" + target.path()
                                    + "\").methods(\"GET\"))).")
                            .related(target.monitor().lineOf(target.field()), target.monitor() + " scrapes it here"));
        }
    }
}
