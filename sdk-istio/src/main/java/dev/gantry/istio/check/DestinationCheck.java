package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.Words;
import dev.gantry.extension.Likeness;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares what routes lead to with the Services, ServiceEntries and DestinationRules of the program. */
final class DestinationCheck {

    private final Model model;
    private final MeshHosts hosts;
    private final Subsets subsets;
    private final NearHosts near;
    private final Findings findings;

    DestinationCheck(Model model, MeshHosts hosts, Subsets subsets, Findings findings) {
        this.model = model;
        this.hosts = hosts;
        this.subsets = subsets;
        this.near = new NearHosts(model, hosts);
        this.findings = findings;
    }

    void check(List<Manifest> routes) {
        OpenPortCheck openPorts = new OpenPortCheck(model, findings);
        for (Manifest virtualService : routes) {
            String namespace = virtualService.id().namespace();
            for (DestinationPlace place : DestinationPlace.of(virtualService)) {
                if (place.host().isEmpty()) {
                    continue;
                }
                subsets.name(place.host(), namespace, place.subset());
                Manifest service = hosts.service(place.host(), namespace);
                Manifest known = service == null ? hosts.entry(place.host()) : service;
                if (known == null) {
                    checkHost(place, namespace);
                } else {
                    checkPort(place, known, service == null ? "number" : "port");
                }
                if (service != null) {
                    openPorts.check(place, service);
                }
                checkSubset(place, namespace, known);
            }
        }
    }

    private void checkHost(DestinationPlace place, @Nullable String namespace) {
        String host = place.host();
        String meant = place.isTyped() ? null : near.meant(host, namespace);
        if (meant != null) {
            findings.add(
                    place.routes(),
                    place.field() + ".host",
                    Finding.of(
                                    TrafficRule.HOST,
                                    "The program has no Service or ServiceEntry for the host \"" + host + "\".")
                            .hint(meant + " Better pass the Service: to(service, port)."));
        }
    }

    private void checkPort(DestinationPlace place, Manifest known, String numberField) {
        JsonNode spec = known.tree().path("spec");
        int port = place.port();
        String field = place.field() + ".port.number";
        if (port == 0
                || spec.path("type").asText().equals("ExternalName")
                || place.routes().hasFlaw(field)) {
            return;
        }
        List<String> shown = new ArrayList<>();
        for (JsonNode each : spec.path("ports")) {
            if (each.path(numberField).asInt() == port) {
                return;
            }
            String name = each.path("name").asText();
            shown.add(each.path(numberField).asText() + (name.isEmpty() ? "" : " (" + name + ")"));
        }
        findings.add(
                place.routes(),
                field,
                Finding.of(TrafficRule.NO_PORT, known + " has no port " + port + ".")
                        .hint("Pass the port of the container, for which the number that clients connect to is written:"
                                + " to(service, port). It has "
                                + (shown.isEmpty() ? "none" : Words.list(shown, each -> each)) + ".")
                        .related(known.lineOf("spec.ports"), known + " has its ports here"));
    }

    private void checkSubset(DestinationPlace place, @Nullable String namespace, @Nullable Manifest known) {
        String field = place.field() + ".subset";
        if (place.subset().isEmpty() || place.routes().hasFlaw(field)) {
            return;
        }
        List<Manifest> rules = subsets.rules(place.host(), namespace);
        List<String> names = Subsets.names(rules);
        boolean unknown = rules.isEmpty() && (known == null || subsets.isCovered(place.host()));
        if (unknown || names.contains(place.subset())) {
            return;
        }
        String guess = Likeness.closest(place.subset(), names);
        Finding finding = Finding.of(
                        TrafficRule.NO_SUBSET,
                        rules.isEmpty()
                                ? "No DestinationRule of the program is for the host \"" + place.host()
                                        + "\", so it has no subset \"" + place.subset() + "\"."
                                : "No DestinationRule has the subset \"" + place.subset() + "\" of the host \""
                                        + place.host() + "\".")
                .hint(
                        guess != null
                                ? "Did you mean \"" + guess + "\"?"
                                : "Add it with subset(name, workload) to DestinationRule.of(name, service, ...), and pass what"
                                        + " rule.subset(workload) answers.");
        for (Manifest rule : rules) {
            finding = finding.related(
                    rule.lineOf("spec.subsets"),
                    rule + " has "
                            + (Subsets.names(List.of(rule)).isEmpty()
                                    ? "no subsets"
                                    : Words.list(Subsets.names(List.of(rule)), name -> "\"" + name + "\"")));
        }
        findings.add(place.routes(), field, finding);
    }
}
