package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.Selectors;
import dev.gantry.check.Workload;
import dev.gantry.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares what clients are told of TLS with what workloads insist on. */
final class TlsConflictCheck {

    private final Model model;
    private final Findings findings;
    private final PeerModes modes;
    private final SidecarPorts ports;

    TlsConflictCheck(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
        this.modes = new PeerModes(model);
        this.ports = new SidecarPorts(model);
    }

    void check() {
        List<Manifest> rules = model.ofKind(IstioChecks.NETWORKING, "DestinationRule");
        if (modes.isEmpty() || rules.isEmpty()) {
            return;
        }
        MeshHosts hosts = new MeshHosts(model);
        for (Manifest rule : rules) {
            Manifest service = hosts.service(Subsets.hostOf(rule), rule.id().namespace());
            if (service != null) {
                check(rule, service);
            }
        }
    }

    private void check(Manifest rule, Manifest service) {
        JsonNode selector = service.tree().path("spec").path("selector");
        List<Workload> pods = selector.isEmpty()
                ? List.of()
                : model.workloads().selectedBy(service.id().namespace(), selector);
        JsonNode spec = rule.tree().path("spec");
        check(rule, "spec.trafficPolicy", spec.path("trafficPolicy"), service, pods);
        JsonNode subsets = spec.path("subsets");
        for (int i = 0; i < subsets.size(); i++) {
            JsonNode labels = subsets.path(i).path("labels");
            List<Workload> those = pods.stream()
                    .filter(workload -> Selectors.contains(workload.labels(), labels))
                    .toList();
            check(rule, "spec.subsets[" + i + "].trafficPolicy", subsets.path(i).path("trafficPolicy"), service, those);
        }
    }

    private void check(Manifest rule, String path, JsonNode policy, Manifest service, List<Workload> pods) {
        if (policy.isMissingNode()) {
            return;
        }
        for (JsonNode port : service.tree().path("spec").path("ports")) {
            String field = disabled(path, policy, port.path("port").asInt());
            for (Workload workload : field == null ? List.<Workload>of() : pods) {
                int number = ServiceTargets.number(port, workload);
                PeerModes.Strict strict = ports.isOpen(workload, number) ? null : modes.strict(workload, number);
                if (strict != null && field != null) {
                    report(rule, field, workload, number, strict);
                    return;
                }
            }
        }
    }

    /** Where a policy switches TLS off for a port; {@code null} if it does not. What it says of one port counts alone. */
    private static @Nullable String disabled(String path, JsonNode policy, int port) {
        JsonNode ports = policy.path("portLevelSettings");
        for (int i = 0; i < ports.size(); i++) {
            if (ports.path(i).path("port").path("number").asInt() == port) {
                boolean off = isOff(ports.path(i));
                return off ? path + ".portLevelSettings[" + i + "].tls.mode" : null;
            }
        }
        return isOff(policy) ? path + ".tls.mode" : null;
    }

    private static boolean isOff(JsonNode policy) {
        return policy.path("tls").path("mode").asText().equals("DISABLE");
    }

    private void report(Manifest rule, String field, Workload workload, int port, PeerModes.Strict strict) {
        findings.add(
                rule,
                field,
                Finding.of(
                                MeshRule.STRICT_AGAINST_DISABLE,
                                "Clients are told to use plain text, but the port " + port + " of " + workload
                                        + " takes mutual TLS only.")
                        .hint("Leave tls(...) out, or use ClientTlsMode.ISTIO_MUTUAL; or let the workload take both:"
                                + " mtls(MutualTlsMode.PERMISSIVE).")
                        .related(strict.policy().lineOf(strict.field()), strict.policy() + " says so here"));
    }
}
