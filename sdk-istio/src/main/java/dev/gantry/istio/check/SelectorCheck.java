package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.Words;
import dev.gantry.check.Workload;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Looks at whom policies select: somebody, and not the same pods as another of which one counts. */
final class SelectorCheck {

    private final Model model;
    private final Findings findings;

    SelectorCheck(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check() {
        checkAll(IstioChecks.SECURITY, "AuthorizationPolicy", false);
        checkAll(IstioChecks.SECURITY, "RequestAuthentication", false);
        checkAll(IstioChecks.SECURITY, "PeerAuthentication", true);
        checkAll(IstioChecks.TELEMETRY, "Telemetry", true);
        checkAll(IstioChecks.NETWORKING, "Sidecar", true);
    }

    private void checkAll(String group, String kind, boolean oneCounts) {
        Map<String, Manifest> scopes = new HashMap<>();
        for (Manifest policy : model.ofKind(group, kind)) {
            PolicyScope scope = new PolicyScope(policy);
            if (scope.hasTarget()) {
                continue;
            }
            if (scope.hasSelector() && !scope.isOfRoot()) {
                checkSelector(policy, scope);
            }
            Map<String, String> labels = new TreeMap<>();
            scope.labels()
                    .properties()
                    .forEach(
                            label -> labels.put(label.getKey(), label.getValue().asText()));
            Manifest other = scopes.putIfAbsent(policy.id().namespace() + " " + labels, policy);
            if (other != null && oneCounts) {
                sameScope(policy, other, scope);
            }
        }
    }

    private void checkSelector(Manifest policy, PolicyScope scope) {
        List<Workload> near = new ArrayList<>();
        for (Workload workload : model.workloads().all()) {
            if (Objects.equals(workload.manifest().id().namespace(), policy.id().namespace())) {
                near.add(workload);
            }
        }
        if (near.isEmpty() || near.stream().anyMatch(workload -> workload.matches(scope.labels()))) {
            return;
        }
        Set<String> keys = new HashSet<>();
        scope.labels().fieldNames().forEachRemaining(keys::add);
        List<Workload> similar = near.stream()
                .filter(workload ->
                        keys.stream().anyMatch(key -> workload.labels().has(key)))
                .toList();
        Finding finding = Finding.of(
                        MeshRule.SELECTS_NOTHING,
                        "No pods of the program in this namespace have the labels " + shown(scope.labels()) + ".")
                .hint("Pass the workload: selects(workload). For pods from elsewhere, accept this finding with"
                        + " finding(code, Severity.OFF, reason).");
        for (Workload workload : similar) {
            finding = finding.related(
                    workload.manifest().lineOf(workload.labelsPath()),
                    "the pods of " + workload + " have " + shown(workload.labels()));
        }
        findings.add(policy, scope.field(), finding);
    }

    private void sameScope(Manifest policy, Manifest other, PolicyScope scope) {
        findings.add(
                policy,
                scope.hasSelector() ? scope.field() : "",
                Finding.of(
                                MeshRule.SAME_SCOPE,
                                other + " is for "
                                        + (scope.hasSelector() ? "the same pods" : "all pods of the namespace")
                                        + " too, and only one of the two counts.")
                        .hint("Put both into one, or let one select a workload: selects(workload).")
                        .related(other.origin(), other + " is made here"));
    }

    private static String shown(JsonNode labels) {
        return Words.list(
                List.copyOf(labels.properties()),
                label -> label.getKey() + "=" + label.getValue().asText());
    }
}
