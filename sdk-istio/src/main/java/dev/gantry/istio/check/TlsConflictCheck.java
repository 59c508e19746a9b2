package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.Selectors;
import dev.gantry.check.Workload;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Map;

/** Compares what clients are told of TLS with what workloads insist on. */
final class TlsConflictCheck {

    /** What does not go with mutual TLS of the mesh. */
    private static final Map<String, String> CLIENTS = Map.of(
            "DISABLE", "plain text",
            "SIMPLE", "TLS without a certificate of their own",
            "MUTUAL", "TLS with certificates that the mesh does not know");

    /** The mode of TLS, and where it stands. */
    private record Told(String field, String mode) {

        static Told of(String path, JsonNode policy) {
            return new Told(path + ".tls.mode", policy.path("tls").path("mode").asText());
        }
    }

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
            Told told = told(path, policy, port.path("port").asInt());
            for (Workload workload : CLIENTS.containsKey(told.mode()) ? pods : List.<Workload>of()) {
                int number = ServiceTargets.number(port, workload);
                PeerModes.Strict strict = ports.isOpen(workload, number) ? null : modes.strict(workload, number);
                if (strict != null) {
                    report(rule, told, workload, number, strict);
                    return;
                }
            }
        }
    }

    /** What a policy tells clients of a port. What it says of one port counts alone. */
    private static Told told(String path, JsonNode policy, int port) {
        JsonNode ports = policy.path("portLevelSettings");
        for (int i = 0; i < ports.size(); i++) {
            if (ports.path(i).path("port").path("number").asInt() == port) {
                return Told.of(path + ".portLevelSettings[" + i + "]", ports.path(i));
            }
        }
        return Told.of(path, policy);
    }

    private void report(Manifest rule, Told told, Workload workload, int port, PeerModes.Strict strict) {
        findings.add(
                rule,
                told.field(),
                Finding.of(
                                MeshRule.STRICT_AGAINST_OTHER,
                                "Clients are told to use "
                                        + CLIENTS.get(told.mode()) + ", but the port " + port + " of " + workload
                                        + " takes mutual TLS of the mesh only.")
                        .hint("Leave tls(...) out, or use ClientTlsMode.ISTIO_MUTUAL; or let the workload take both:"
                                + " mtls(MutualTlsMode.PERMISSIVE).")
                        .related(strict.policy().lineOf(strict.field()), strict.policy() + " says so here"));
    }
}
