package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Finding;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for namespaces in which every pod can be reached from everywhere. */
final class DefaultDenyCheck {

    private final Model model;
    private final Workloads workloads;
    private final NetworkPolicies policies;
    private final Findings findings;

    DefaultDenyCheck(Model model, Workloads workloads, NetworkPolicies policies, Findings findings) {
        this.model = model;
        this.workloads = workloads;
        this.policies = policies;
        this.findings = findings;
    }

    void check() {
        Set<@Nullable String> seen = new HashSet<>();
        for (IsolatingPolicy policy : policies.all()) {
            if (deniesByDefault(policy)) {
                seen.add(policy.manifest().id().namespace());
            }
        }
        for (Manifest namespace : model.ofKind("", "Namespace")) {
            String name = namespace.id().name();
            if (seen.add(name)) {
                findings.add(namespace, "", open("The namespace \"" + name + "\""));
            }
        }
        // Where nobody states a namespace, it is one for all: whoever applies the manifests chooses it.
        for (Workload workload : workloads.all()) {
            String name = workload.manifest().id().namespace();
            if (seen.add(name)) {
                StackFacts stack = model.stackOf(workload.manifest());
                String shown = name == null
                        ? "The namespace of the stack \"" + stack.name() + "\""
                        : "The namespace \"" + name + "\"";
                findings.add(stack, open(shown));
            }
        }
    }

    private static Finding open(String namespace) {
        return Finding.of(
                        SecurityRule.OPEN_NAMESPACE,
                        namespace
                                + " has no NetworkPolicy that denies by default: every pod of the cluster can reach those"
                                + " of its pods that no policy is for.")
                .hint("Add NetworkPolicy.denyIngress(name) or denyAll(name), and policies that let in what is needed.");
    }

    /** Whether it takes all pods of its namespace, and does not let everybody in. */
    private static boolean deniesByDefault(IsolatingPolicy policy) {
        if (!Selectors.isEmpty(policy.spec().path("podSelector"))
                || !policy.isolates(IsolatingPolicy.Direction.INGRESS)) {
            return false;
        }
        for (JsonNode rule : policy.rules(IsolatingPolicy.Direction.INGRESS)) {
            if (admitsEverybody(rule.path("from"))) {
                return false;
            }
        }
        return true;
    }

    private static boolean admitsEverybody(JsonNode peers) {
        for (JsonNode peer : peers) {
            boolean everyNamespace = peer.has("namespaceSelector") && Selectors.isEmpty(peer.path("namespaceSelector"));
            boolean everyPod = everyNamespace && Selectors.isEmpty(peer.path("podSelector"));
            String addresses = peer.path("ipBlock").path("cidr").asText();
            if (everyPod || addresses.endsWith("/0")) {
                return true;
            }
        }
        return peers.isEmpty();
    }
}
