package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.PodContainer;
import dev.gantry.check.Words;
import dev.gantry.check.Workload;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Map;

/** Compares the ports that policies name with those that the containers of the selected pods declare. */
final class PeerPortCheck {

    private final Model model;
    private final Findings findings;

    PeerPortCheck(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check() {
        for (Manifest policy : model.ofKind(IstioChecks.SECURITY, "PeerAuthentication")) {
            JsonNode ports = policy.tree().path("spec").path("portLevelMtls");
            PolicyScope scope = new PolicyScope(policy);
            if (!ports.isEmpty() && !scope.hasSelector()) {
                findings.add(
                        policy,
                        "spec.portLevelMtls",
                        Finding.of(
                                        MeshRule.PORT_LEVEL,
                                        "The policy selects no workload, so Istio rejects what it says of single ports.")
                                .hint("Call selects(workload), or leave portLevelMtls(...) out."));
            }
            List<Workload> workloads = scope.hasSelector() ? scope.workloads(model) : List.of();
            for (Map.Entry<String, JsonNode> port : ports.properties()) {
                checkPort(policy, "spec.portLevelMtls." + port.getKey(), port.getKey(), workloads);
            }
        }
        for (Manifest policy : model.ofKind(IstioChecks.SECURITY, "AuthorizationPolicy")) {
            PolicyScope scope = new PolicyScope(policy);
            if (scope.hasSelector()) {
                checkOperations(policy, scope.workloads(model));
            }
        }
    }

    private void checkOperations(Manifest policy, List<Workload> workloads) {
        JsonNode rules = policy.tree().path("spec").path("rules");
        for (int i = 0; i < rules.size(); i++) {
            JsonNode to = rules.path(i).path("to");
            for (int j = 0; j < to.size(); j++) {
                JsonNode ports = to.path(j).path("operation").path("ports");
                for (int k = 0; k < ports.size(); k++) {
                    String path = "spec.rules[" + i + "].to[" + j + "].operation.ports[" + k + "]";
                    checkPort(policy, path, ports.path(k).asText(), workloads);
                }
            }
        }
    }

    private void checkPort(Manifest policy, String field, String number, List<Workload> workloads) {
        if (workloads.isEmpty()) {
            return;
        }
        for (Workload workload : workloads) {
            for (PodContainer container : workload.containers()) {
                boolean silent =
                        container.runsBesideOthers() && container.ports().isEmpty();
                for (JsonNode port : container.ports()) {
                    silent |= port.path("containerPort").asText().equals(number);
                }
                if (silent) {
                    return; // it has the port, or says nothing of its ports
                }
            }
        }
        Workload first = workloads.get(0);
        findings.add(
                policy,
                field,
                Finding.of(
                                MeshRule.UNKNOWN_PORT,
                                "No container of " + Words.list(workloads, Workload::toString) + " declares the port "
                                        + number + ".")
                        .hint(
                                "The port of the container is meant here, not the number that clients of a Service connect"
                                        + " to. There are: " + first.shownPorts() + ".")
                        .related(first.manifest().lineOf(first.portsPath()), first + " has " + first.shownPorts()));
    }
}
