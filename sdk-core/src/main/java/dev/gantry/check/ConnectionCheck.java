package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gantry.finding.Finding;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows connections through the NetworkPolicies of both sides. */
final class ConnectionCheck {

    /** Where DNS is asked; the second number is that of the DNS pods of some distributions. */
    private static final List<Integer> DNS_PORTS = List.of(53, 5353);

    private final Model model;
    private final Workloads workloads;
    private final NetworkPolicies policies;
    private final Findings findings;
    private final Replicas replicas;

    ConnectionCheck(Model model, Workloads workloads, Replicas replicas, NetworkPolicies policies, Findings findings) {
        this.model = model;
        this.workloads = workloads;
        this.policies = policies;
        this.findings = findings;
        this.replicas = replicas;
    }

    void check() {
        checkDns();
        for (Manifest ingress : model.ofKind("networking.k8s.io", "Ingress")) {
            checkIngress(ingress);
        }
    }

    /** Compares what a rule admits with the policies of those whom it names. */
    void checkRule(IsolatingPolicy policy, IsolatingPolicy.Direction direction, int index) {
        JsonNode rule = policy.rules(direction).path(index);
        JsonNode peers = rule.path(direction.peers());
        for (int i = 0; i < peers.size(); i++) {
            List<Workload> others = policies.of(policy, peers.path(i));
            if (!policy.pods().isEmpty()
                    && !others.isEmpty()
                    && !isAlone(policy.pods(), others)
                    && !connects(policy, direction, others, rule)) {
                denied(
                        policy,
                        direction,
                        "spec." + direction.rules() + "[" + index + "]." + direction.peers() + "[" + i + "]",
                        others.get(0));
            }
        }
    }

    /** Whether both sides are one and the same pod, which needs nobody's leave to connect to itself. */
    private boolean isAlone(List<Workload> pods, List<Workload> others) {
        return others.size() == 1
                && pods.equals(others)
                && replicas.isScalable(others.get(0))
                && replicas.most(others.get(0)) <= 1;
    }

    private boolean connects(
            IsolatingPolicy policy, IsolatingPolicy.Direction direction, List<Workload> others, JsonNode rule) {
        IsolatingPolicy.Direction opposite = direction.opposite();
        for (Workload other : others) {
            List<IsolatingPolicy> isolating = policies.isolating(other, opposite);
            if (isolating.isEmpty()) {
                return true;
            }
            for (Workload own : policy.pods()) {
                if (policies.admit(isolating, opposite, own, rule.path("ports"))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void denied(IsolatingPolicy policy, IsolatingPolicy.Direction direction, String field, Workload other) {
        IsolatingPolicy.Direction opposite = direction.opposite();
        IsolatingPolicy isolating = policies.isolating(other, opposite).get(0);
        findings.add(
                policy.manifest(),
                field,
                Finding.of(
                                NetworkPolicyCheckRule.OTHER_SIDE,
                                "This " + direction.rules() + " is admitted here, but no policy of " + other
                                        + " admits the " + opposite.rules() + ", and " + isolating.manifest()
                                        + " denies it.")
                        .hint("Admit it at both sides: add " + opposite.rules() + "(r -> r." + opposite.peers()
                                + "(...)) to a NetworkPolicy of the other workload.")
                        .related(
                                isolating.manifest().lineOf(isolating.isolatingField(opposite)),
                                "here the other side is isolated"));
    }

    /** Pods that may connect to anything by name need the DNS. Those that may connect to nothing do not. */
    private void checkDns() {
        Map<Manifest, Workload> without = new LinkedHashMap<>();
        for (Workload workload : workloads.all()) {
            IsolatingPolicy talking = null;
            boolean asks = false;
            for (IsolatingPolicy policy : policies.isolating(workload, IsolatingPolicy.Direction.EGRESS)) {
                for (JsonNode rule : policy.rules(IsolatingPolicy.Direction.EGRESS)) {
                    talking = talking == null ? policy : talking;
                    asks |= admitsDns(rule);
                }
            }
            if (talking != null && !asks) {
                without.putIfAbsent(talking.manifest(), workload);
            }
        }
        without.forEach((policy, workload) -> findings.add(
                policy,
                "spec.egress",
                Finding.of(
                                NetworkPolicyCheckRule.NO_DNS,
                                "The pods of " + workload
                                        + " may connect to others, but not ask the cluster's DNS for their addresses.")
                        .hint("Call egressToDns(), here or in a policy for all pods of the namespace.")));
    }

    private boolean admitsDns(JsonNode rule) {
        JsonNode ports = rule.path("ports");
        if (!ports.isEmpty()) {
            return DNS_PORTS.stream()
                    .anyMatch(port -> NetworkPolicyPorts.admits(ports, port, "UDP")
                            || NetworkPolicyPorts.admits(ports, port, "TCP"));
        }
        JsonNode peers = rule.path("to");
        for (JsonNode peer : peers) {
            if (peer.has("ipBlock")
                    || (peer.has("namespaceSelector")
                            && policies.mayBe(peer.path("namespaceSelector"), "kube-system"))) {
                return true;
            }
        }
        return peers.isEmpty();
    }

    private void checkIngress(Manifest ingress) {
        Set<String> seen = new HashSet<>();
        for (IngressBackendPlace backend : IngressBackendPlace.of(ingress)) {
            Manifest service = model.find("", "Service", ingress.id().namespace(), backend.service())
                    .orElse(null);
            if (service == null || !seen.add(backend.service())) {
                continue;
            }
            JsonNode selector = service.tree().path("spec").path("selector");
            List<Workload> pods = selector.isEmpty()
                    ? List.of()
                    : workloads.selectedBy(service.id().namespace(), selector);
            JsonNode port = target(backend.portOf(service));
            if (pods.isEmpty() || pods.stream().anyMatch(pod -> isOpen(pod, port))) {
                continue;
            }
            IsolatingPolicy isolating = policies.isolating(pods.get(0), IsolatingPolicy.Direction.INGRESS)
                    .get(0);
            findings.add(
                    ingress,
                    backend.field() + ".service.name",
                    Finding.of(
                                    NetworkPolicyCheckRule.NO_ENTRY,
                                    "The pods of " + service
                                            + " admit nothing from outside their namespace at this port,"
                                            + " so a controller that runs elsewhere does not reach them.")
                            .hint(
                                    "Admit the controller in a NetworkPolicy of the pods, such as ingress(r ->"
                                            + " r.from(NetworkPolicyPeer.namespace(Namespace.existing(\"ingress-nginx\"))).port(port)).")
                            .related(
                                    isolating
                                            .manifest()
                                            .lineOf(isolating.isolatingField(IsolatingPolicy.Direction.INGRESS)),
                                    "here they are isolated"));
        }
    }

    /** The port of the containers behind a Service's port, as a list in the form of a policy's; empty if unknown. */
    private static ArrayNode target(JsonNode port) {
        ArrayNode ports = JsonNodeFactory.instance.arrayNode();
        JsonNode target = port.has("targetPort") ? port.path("targetPort") : port.path("port");
        if (!target.isMissingNode()) {
            ports.addObject().put("protocol", PodContainer.protocol(port)).set("port", target);
        }
        return ports;
    }

    private boolean isOpen(Workload pod, JsonNode port) {
        List<IsolatingPolicy> isolating = policies.isolating(pod, IsolatingPolicy.Direction.INGRESS);
        for (IsolatingPolicy policy : isolating) {
            for (JsonNode rule : policy.rules(IsolatingPolicy.Direction.INGRESS)) {
                if (NetworkPolicyPorts.overlap(rule.path("ports"), port) && admitsOthers(policy, rule.path("from"))) {
                    return true;
                }
            }
        }
        return isolating.isEmpty();
    }

    /** Whether peers may stand for pods that are not workloads of the program in the same namespace. */
    private boolean admitsOthers(IsolatingPolicy policy, JsonNode peers) {
        String namespace = policy.manifest().id().namespace();
        for (JsonNode peer : peers) {
            boolean own = peer.has("namespaceSelector")
                    ? peer.path("namespaceSelector")
                            .path("matchLabels")
                            .path("kubernetes.io/metadata.name")
                            .asText()
                            .equals(namespace)
                    : !peer.has("ipBlock");
            if (!own
                    || (!Selectors.isEmpty(peer.path("podSelector"))
                            && policies.of(policy, peer).isEmpty())) {
                return true;
            }
        }
        return peers.isEmpty();
    }
}
