package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The NetworkPolicies of the program, and which workloads they and their peers stand for. */
final class NetworkPolicies {

    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    private final Workloads workloads;
    private final List<IsolatingPolicy> all = new ArrayList<>();
    private final Map<Workload, List<IsolatingPolicy>> byWorkload = new HashMap<>();
    private final Map<String, JsonNode> namespaceLabels = new HashMap<>();

    NetworkPolicies(Model model, Workloads workloads) {
        this.workloads = workloads;
        List<Manifest> policies = model.ofKind("networking.k8s.io", "NetworkPolicy");
        if (policies.isEmpty()) {
            return;
        }
        for (Manifest namespace : model.ofKind("", "Namespace")) {
            namespaceLabels.put(
                    namespace.id().name(), namespace.tree().path("metadata").path("labels"));
        }
        for (Manifest manifest : policies) {
            JsonNode selector = manifest.tree().path("spec").path("podSelector");
            IsolatingPolicy policy =
                    new IsolatingPolicy(manifest, workloads.select(manifest.id().namespace(), selector));
            all.add(policy);
            for (Workload pod : policy.pods()) {
                byWorkload.computeIfAbsent(pod, x -> new ArrayList<>(2)).add(policy);
            }
        }
    }

    List<IsolatingPolicy> all() {
        return Collections.unmodifiableList(all);
    }

    /** The policies that isolate the pods of a workload in a direction; empty if they are not isolated. */
    List<IsolatingPolicy> isolating(Workload workload, IsolatingPolicy.Direction direction) {
        List<IsolatingPolicy> isolating = new ArrayList<>(2);
        for (IsolatingPolicy policy : byWorkload.getOrDefault(workload, List.of())) {
            if (policy.isolates(direction)) {
                isolating.add(policy);
            }
        }
        return isolating;
    }

    /** Whether a rule of these policies admits a workload at one of these ports. */
    boolean admit(List<IsolatingPolicy> policies, IsolatingPolicy.Direction direction, Workload other, JsonNode ports) {
        for (IsolatingPolicy policy : policies) {
            for (JsonNode rule : policy.rules(direction)) {
                if (NetworkPolicyPorts.overlap(rule.path("ports"), ports)
                        && admits(policy, rule.path(direction.peers()), other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean admits(IsolatingPolicy policy, JsonNode peers, Workload other) {
        for (JsonNode peer : peers) {
            if (stands(policy, peer, other)) {
                return true;
            }
        }
        return peers.isEmpty();
    }

    /** Whether a peer may stand for the pods of a workload; addresses may be those of any pod. */
    private boolean stands(IsolatingPolicy policy, JsonNode peer, Workload other) {
        if (peer.has("ipBlock")) {
            return true;
        }
        String namespace = other.manifest().id().namespace();
        boolean near = peer.has("namespaceSelector")
                ? mayBe(peer.path("namespaceSelector"), namespace)
                : Objects.equals(namespace, policy.manifest().id().namespace());
        return near && Selectors.matches(peer.path("podSelector"), other.labels());
    }

    /** The workloads of the program whose pods a peer stands for; empty if it may stand for others as well. */
    List<Workload> of(IsolatingPolicy policy, JsonNode peer) {
        JsonNode namespaces = peer.path("namespaceSelector");
        JsonNode pods = peer.path("podSelector");
        String namespace = policy.manifest().id().namespace();
        if (peer.has("namespaceSelector")) {
            JsonNode name = namespaces.path("matchLabels").path(NAMESPACE_NAME);
            if (name.isMissingNode() || namespaces.path("matchLabels").size() > 1) {
                return List.of();
            }
            namespace = name.asText();
        }
        return Selectors.isEmpty(pods) ? List.of() : workloads.select(namespace, pods);
    }

    /** Whether a selector may select a namespace: the labels of one that the program does not make are not known. */
    boolean mayBe(JsonNode selector, @Nullable String namespace) {
        if (namespace == null) {
            return true;
        }
        JsonNode name = selector.path("matchLabels").path(NAMESPACE_NAME);
        JsonNode labels = namespaceLabels.get(namespace);
        if (labels == null || (!name.isMissingNode() && !name.asText().equals(namespace))) {
            return name.isMissingNode() || name.asText().equals(namespace);
        }
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        labels.properties().forEach(label -> known.set(label.getKey(), label.getValue()));
        known.put(NAMESPACE_NAME, namespace);
        return Selectors.matches(selector, known);
    }
}
