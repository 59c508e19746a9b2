package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.extension.Reference;
import dev.gantry.finding.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Looks at the hosts of DestinationRules. Istio makes one rule of all of a namespace for one host: of subsets of one name, and of
 * traffic policies, it takes those of one rule.
 */
final class DestinationRuleCheck {

    private final NearHosts near;
    private final MeshHosts hosts;
    private final Findings findings;
    private final Map<String, Place> subsets = new HashMap<>();
    private final Map<String, Place> policies = new HashMap<>();

    /** Where something stands. */
    private record Place(Manifest rule, String field) {}

    DestinationRuleCheck(Model model, MeshHosts hosts, Findings findings) {
        this.near = new NearHosts(model, hosts);
        this.hosts = hosts;
        this.findings = findings;
    }

    void check(List<Manifest> rules) {
        for (Manifest rule : rules) {
            JsonNode spec = rule.tree().path("spec");
            String host = Subsets.hostOf(rule);
            if (host.isEmpty()) {
                continue;
            }
            checkHost(rule, host);
            String merged = merged(rule, host);
            for (int i = 0; i < spec.path("subsets").size(); i++) {
                String name = spec.path("subsets").path(i).path("name").asText();
                Place place = new Place(rule, "spec.subsets[" + i + "].name");
                Place first = name.isEmpty() ? null : subsets.putIfAbsent(merged + " " + name, place);
                if (first != null) {
                    sameSubset(place, first, host, name);
                }
            }
            if (!spec.path("trafficPolicy").isEmpty()) {
                Place place = new Place(rule, "spec.trafficPolicy");
                Place first = policies.putIfAbsent(merged, place);
                if (first != null) {
                    samePolicy(place, first, host);
                }
            }
        }
    }

    /** What rules share that Istio makes one of: namespace, host, and whom they hold for. */
    private static String merged(Manifest rule, String host) {
        JsonNode spec = rule.tree().path("spec");
        String namespace = rule.id().namespace();
        TreeSet<String> visible = new TreeSet<>();
        for (JsonNode each : spec.path("exportTo")) {
            visible.add(each.asText().equals(".") ? String.valueOf(namespace) : each.asText());
        }
        TreeSet<String> clients = new TreeSet<>();
        spec.path("workloadSelector").path("matchLabels").properties().forEach(label -> clients.add(label.toString()));
        return namespace + " " + MeshHosts.canonical(host, namespace) + " " + visible + " " + clients;
    }

    private void checkHost(Manifest rule, String host) {
        String namespace = rule.id().namespace();
        boolean known = hosts.service(host, namespace) != null || hosts.entry(host) != null;
        String meant = known || isTyped(rule) ? null : near.meant(host, namespace);
        if (meant != null) {
            findings.add(
                    rule,
                    "spec.host",
                    Finding.of(
                                    TrafficRule.HOST,
                                    "The program has no Service or ServiceEntry for the host \"" + host + "\".")
                            .hint(meant + " Better pass the Service: DestinationRule.of(name, service, ...)."));
        }
    }

    /** Whether the host was written from a Java value, which was looked at when it was placed. */
    private static boolean isTyped(Manifest rule) {
        for (Reference reference : rule.references()) {
            if (reference.field().equals("spec.host")) {
                return !rule.isEdited();
            }
        }
        return false;
    }

    private void sameSubset(Place place, Place first, String host, String name) {
        boolean one = first.rule() == place.rule();
        findings.add(
                place.rule(),
                place.field(),
                Finding.of(
                                TrafficRule.SAME_SUBSET,
                                one
                                        ? "The rule has a subset \"" + name + "\" already, so Istio rejects it."
                                        : first.rule() + " has a subset \"" + name + "\" of the host \"" + host
                                                + "\" too, and only one of the two counts.")
                        .hint("Give the subset a name of its own, or leave one of them out.")
                        .related(first.rule().lineOf(first.field()), "the name is given here first"));
    }

    private void samePolicy(Place place, Place first, String host) {
        findings.add(
                place.rule(),
                place.field(),
                Finding.of(
                                TrafficRule.SAME_RULE_HOST,
                                first.rule() + " has a traffic policy for the host \"" + host
                                        + "\" too, and only one of the two counts.")
                        .hint(
                                "Put both into one DestinationRule, or let each hold for its own clients: selects(workload).")
                        .related(first.rule().lineOf(first.field()), first.rule() + " has its policy here"));
    }
}
