package dev.gantry.engine.plan.effect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which connections a NetworkPolicy lets through more or less than before. */
final class FirewallEffects {

    private FirewallEffects() {}

    static void describe(Change change) {
        if (!change.kind().equals("networking.k8s.io/NetworkPolicy")) {
            return;
        }
        if (change.differs("podSelector")) {
            change.say("holds for " + pods(change.current("podSelector")) + " instead of "
                    + pods(change.old("podSelector")));
        }
        direction(change, "Ingress", "ingress", "from", "incoming");
        direction(change, "Egress", "egress", "to", "outgoing");
    }

    private static void direction(Change change, String type, String rules, String peers, String adjective) {
        boolean old = isRestricted(change.old(), type, rules);
        boolean current = isRestricted(change.current(), type, rules);
        Set<String> before = old ? connections(change.old(rules), peers) : Set.of();
        Set<String> after = current ? connections(change.current(rules), peers) : Set.of();
        String allowed = after.isEmpty() ? "nothing is let through" : "let through is only " + Sentence.list(after);
        if (current && !old) {
            change.say(adjective + " traffic is restricted from now on: " + allowed);
        } else if (old && !current) {
            change.say(adjective + " traffic is restricted no more by this policy");
        } else {
            Named.say(change, "lets " + adjective + " traffic through from now on: %s", after, before);
            Named.say(change, "lets " + adjective + " traffic through no more: %s", before, after);
        }
    }

    /** Incoming traffic is meant where nothing is said, and outgoing traffic too if there are rules for it. */
    private static boolean isRestricted(JsonNode spec, String type, String rules) {
        Set<String> types = TrafficEffects.texts(spec.path("policyTypes"));
        return types.isEmpty() ? type.equals("Ingress") || spec.has(rules) : types.contains(type);
    }

    private static Set<String> connections(JsonNode rules, String field) {
        Set<String> connections = new LinkedHashSet<>();
        for (JsonNode rule : rules) {
            List<String> peers = new ArrayList<>();
            rule.path(field).forEach(peer -> peers.add(peer(peer)));
            List<String> ports = new ArrayList<>();
            rule.path("ports").forEach(port -> ports.add(port(port)));
            String where = peers.isEmpty() ? (field.equals("from") ? "anywhere" : "everywhere") : Sentence.list(peers);
            connections.add(field + " " + where + (ports.isEmpty() ? "" : " at " + Sentence.list(ports)));
        }
        return connections;
    }

    private static String peer(JsonNode peer) {
        if (peer.has("ipBlock")) {
            JsonNode block = peer.path("ipBlock");
            String except = block.path("except").isEmpty()
                    ? ""
                    : " without " + Sentence.list(TrafficEffects.texts(block.path("except")));
            return block.path("cidr").asText() + except;
        }
        String pods = peer.has("podSelector") ? pods(peer.path("podSelector")) : "all pods";
        if (!peer.has("namespaceSelector")) {
            return pods;
        }
        String namespaces = Sentence.labels(peer.path("namespaceSelector"));
        return pods + " of " + (namespaces.equals("everything") ? "all namespaces" : "namespaces with " + namespaces);
    }

    private static String pods(JsonNode selector) {
        String labels = Sentence.labels(selector);
        return labels.equals("everything") ? "all pods" : "pods with " + labels;
    }

    private static String port(JsonNode port) {
        String end = port.has("endPort") ? "-" + port.path("endPort").asText() : "";
        String protocol = Sentence.text(port.path("protocol"), "TCP");
        return port.has("port") ? port.path("port").asText() + end + "/" + protocol : "all " + protocol + " ports";
    }
}
