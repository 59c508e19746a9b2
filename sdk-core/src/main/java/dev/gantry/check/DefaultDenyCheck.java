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
    private final Findings findings;

    DefaultDenyCheck(Model model, Workloads workloads, Findings findings) {
        this.model = model;
        this.workloads = workloads;
        this.findings = findings;
    }

    void check() {
        Set<@Nullable String> seen = new HashSet<>();
        for (Manifest policy : model.ofKind("networking.k8s.io", "NetworkPolicy")) {
            if (deniesByDefault(policy.tree().path("spec"))) {
                seen.add(policy.id().namespace());
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
                                + " has no NetworkPolicy that denies by default: every pod of the cluster can reach its"
                                + " pods.")
                .hint("Add NetworkPolicy.denyIngress(name) or denyAll(name), and policies that let in what is needed.");
    }

    /** Whether it takes all pods of its namespace, and lets nothing in. */
    private static boolean deniesByDefault(JsonNode spec) {
        JsonNode selector = spec.path("podSelector");
        boolean all = selector.path("matchLabels").isEmpty()
                && selector.path("matchExpressions").isEmpty();
        JsonNode types = spec.path("policyTypes");
        boolean ingress = types.isEmpty();
        for (JsonNode type : types) {
            ingress |= type.asText().equals("Ingress");
        }
        return all && ingress && spec.path("ingress").isEmpty();
    }
}
