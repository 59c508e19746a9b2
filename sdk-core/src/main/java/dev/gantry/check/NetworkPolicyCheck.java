package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Reference;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Looks at each NetworkPolicy by itself: whom it is for, what it denies, and which ports it names. */
final class NetworkPolicyCheck {

    private final Model model;
    private final Findings findings;
    private final NetworkPolicies policies;
    private final ConnectionCheck connections;

    NetworkPolicyCheck(
            Model model, Workloads workloads, Replicas replicas, NetworkPolicies policies, Findings findings) {
        this.model = model;
        this.findings = findings;
        this.policies = policies;
        this.connections = new ConnectionCheck(model, workloads, replicas, policies, findings);
    }

    void check() {
        if (policies.all().isEmpty()) {
            return;
        }
        for (IsolatingPolicy policy : policies.all()) {
            if (checkNamed(policy)) {
                checkSelected(policy);
                checkNetwork(policy);
                checkTypes(policy);
                for (IsolatingPolicy.Direction direction : IsolatingPolicy.Direction.values()) {
                    checkRules(policy, direction);
                }
            }
        }
        connections.check();
    }

    /** Whether everything that was named can be told by labels and namespace. */
    private boolean checkNamed(IsolatingPolicy policy) {
        Manifest manifest = policy.manifest();
        boolean good = true;
        for (Reference reference : manifest.references()) {
            String field = reference.field();
            if (!field.endsWith("podSelector")) {
                continue;
            }
            Manifest target = model.of(reference.target()).orElse(null);
            JsonNode selector = manifest.tree().at(pointer(field));
            JsonNode peer = manifest.tree().at(pointer(field.substring(0, field.lastIndexOf('.'))));
            String message = null;
            boolean lost = target == null && !reference.target().isExternal();
            if (lost || manifest.namesAbsent(field)) {
                good = false; // a finding of its own
            } else if (Selectors.isEmpty(selector) && !manifest.isEdited()) {
                message = "The labels of the pods of " + reference.target()
                        + " are not known, so this stands for every pod.";
            } else if (target != null
                    && !peer.has("namespaceSelector")
                    && !Objects.equals(target.id().namespace(), manifest.id().namespace())) {
                good = false;
                message = field.equals("spec.podSelector")
                        ? null
                        : "The namespace of " + target + " is not stated, so this stands for pods of the policy's own.";
            }
            if (message != null) {
                good = false;
                findings.add(
                        manifest,
                        field,
                        Finding.of(NetworkPolicyCheckRule.NO_SELECTOR, message)
                                .hint(
                                        "Give the workload a selector(key, value) and its stack a namespace, or name the"
                                                + " pods by their labels: NetworkPolicyPeer.pods(LabelSelector.of(key, value)).")
                                .related(reference.target().origin(), reference.target() + " is made here"));
            }
        }
        return good;
    }

    private static String pointer(String path) {
        return "/" + path.replace("]", "").replace('[', '/').replace('.', '/');
    }

    private void checkSelected(IsolatingPolicy policy) {
        JsonNode selector = policy.spec().path("podSelector");
        if (policy.pods().isEmpty() && !Selectors.isEmpty(selector)) {
            findings.add(
                    policy.manifest(),
                    "spec.podSelector",
                    Finding.of(
                                    NetworkPolicyCheckRule.SELECTS_NOTHING,
                                    "No pods of the program in this namespace carry the labels.")
                            .hint(
                                    "Correct the labels, or pass the workload to NetworkPolicy.of(...). If such pods come"
                                            + " from elsewhere, accept this finding with finding(code, Severity.OFF, reason)."));
        }
    }

    private void checkNetwork(IsolatingPolicy policy) {
        boolean forAll = Selectors.isEmpty(policy.spec().path("podSelector"));
        for (Workload pod : policy.pods()) {
            if (forAll || !pod.podSpec().path("hostNetwork").asBoolean()) {
                return;
            }
        }
        if (!policy.pods().isEmpty()) {
            Workload pod = policy.pods().get(0);
            findings.add(
                    policy.manifest(),
                    "spec.podSelector",
                    Finding.of(
                                    NetworkPolicyCheckRule.HOST_NETWORK,
                                    "The pods of " + pod
                                            + " have the network of their nodes, where most network plugins"
                                            + " do not apply policies.")
                            .hint("Leave out hostNetwork(true), or protect the nodes' own addresses.")
                            .related(
                                    pod.manifest().lineOf(pod.podSpecPath() + ".hostNetwork"),
                                    "it takes the network of the node here"));
        }
    }

    private void checkTypes(IsolatingPolicy policy) {
        Manifest manifest = policy.manifest();
        boolean stated = !policy.spec().path("policyTypes").isEmpty();
        if (!stated && !policy.spec().has("ingress")) {
            findings.add(
                    manifest,
                    "spec.policyTypes",
                    Finding.of(
                                    NetworkPolicyCheckRule.IMPLIED,
                                    "The policy says nothing of ingress, and Kubernetes takes that for: nobody may connect"
                                            + " to these pods.")
                            .hint("Call policyTypes(PolicyType.INGRESS) if that is meant, or else state the types that"
                                    + " are."));
        }
        for (IsolatingPolicy.Direction direction : IsolatingPolicy.Direction.values()) {
            if (!policy.rules(direction).isEmpty() && !policy.isolates(direction)) {
                findings.add(
                        manifest,
                        "spec." + direction.rules(),
                        Finding.of(
                                        NetworkPolicyCheckRule.WITHOUT_EFFECT,
                                        "The policy has rules for " + direction.rules() + ", but its policyTypes lack "
                                                + direction.type() + ".")
                                .hint("Add the type with policyTypes(...), or take the rules out."));
            }
        }
    }

    private void checkRules(IsolatingPolicy policy, IsolatingPolicy.Direction direction) {
        JsonNode rules = policy.rules(direction);
        for (int i = 0; i < rules.size(); i++) {
            JsonNode ports = rules.path(i).path("ports");
            if (!ports.isEmpty()) {
                List<Workload> listening = direction == IsolatingPolicy.Direction.INGRESS
                        ? policy.pods()
                        : others(policy, rules.path(i).path("to"));
                checkPorts(policy, "spec." + direction.rules() + "[" + i + "].ports[", ports, listening);
            }
            connections.checkRule(policy, direction, i);
        }
    }

    /** The workloads that a rule's peers stand for; empty if one of them may stand for others as well. */
    private List<Workload> others(IsolatingPolicy policy, JsonNode peers) {
        List<Workload> others = new ArrayList<>();
        for (JsonNode peer : peers) {
            List<Workload> those = policies.of(policy, peer);
            if (peer.has("ipBlock") || those.isEmpty()) {
                return List.of();
            }
            others.addAll(those);
        }
        return others;
    }

    private void checkPorts(IsolatingPolicy policy, String path, JsonNode ports, List<Workload> listening) {
        if (listening.isEmpty()) {
            return;
        }
        for (int i = 0; i < ports.size(); i++) {
            JsonNode port = ports.path(i);
            if (!port.has("port") || mayListen(port, listening)) {
                continue;
            }
            Finding finding = Finding.of(
                            NetworkPolicyCheckRule.PORT,
                            "No container of the pods that are meant declares the port "
                                    + NetworkPolicyPorts.shown(port) + ".")
                    .hint("Pass the Port value of the container: a policy names what the container listens on, not what"
                            + " the Service has.");
            for (Workload workload : listening.subList(0, Math.min(listening.size(), 3))) {
                finding = finding.related(
                        workload.manifest().lineOf(workload.portsPath()), workload + " has " + workload.shownPorts());
            }
            findings.add(policy.manifest(), path + i + "].port", finding);
        }
    }

    /** Containers need not declare what they listen on; but where they do, another port is most likely a mistake. */
    private static boolean mayListen(JsonNode port, List<Workload> listening) {
        for (Workload workload : listening) {
            boolean declares = false;
            for (PodContainer container : workload.containers()) {
                declares |= !container.ports().isEmpty();
                if (NetworkPolicyPorts.isDeclared(port, container)) {
                    return true;
                }
            }
            if (!declares && !port.path("port").isTextual()) {
                return true;
            }
        }
        return false;
    }
}
