package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for hosts that several VirtualServices are for. Within the mesh, a sidecar takes one of them. At a gateway their routes are
 * put together, in an order that nobody has said.
 */
final class SameHostCheck {

    private final Findings findings;

    /** A host of a VirtualService, and where it stands. */
    private record Place(Manifest routes, int index) {

        String field() {
            return "spec.hosts[" + index + "]";
        }
    }

    SameHostCheck(Findings findings) {
        this.findings = findings;
    }

    void check(List<Manifest> routes) {
        if (routes.size() < 2) {
            return;
        }
        Map<String, List<Place>> places = new HashMap<>();
        Set<String> reported = new HashSet<>();
        for (Manifest virtualService : routes) {
            JsonNode hosts = virtualService.tree().path("spec").path("hosts");
            for (String gateway : GatewayNames.ofRoutes(virtualService)) {
                for (int i = 0; i < hosts.size(); i++) {
                    Place place = new Place(virtualService, i);
                    String host = MeshHosts.canonical(
                            hosts.path(i).asText(), virtualService.id().namespace());
                    List<Place> others = places.computeIfAbsent(gateway + " " + host, x -> new ArrayList<>(1));
                    for (Place other : others) {
                        if (reported.add(other.routes() + " " + virtualService + " " + host)) {
                            compare(gateway, other, place);
                        }
                    }
                    others.add(place);
                }
            }
        }
    }

    private void compare(String gateway, Place first, Place second) {
        Manifest one = first.routes();
        Manifest other = second.routes();
        if (one == other || !meet(one, other)) {
            return;
        }
        String host =
                other.tree().path("spec").path("hosts").path(second.index()).asText();
        if (gateway.equals(GatewayNames.MESH)) {
            findings.add(
                    other,
                    second.field(),
                    Finding.of(
                                    TrafficRule.SAME_HOST,
                                    "The host \"" + host + "\" has routes in " + one
                                            + " too: a sidecar takes only one of the two.")
                            .hint("Put all routes of a host into one VirtualService, or let one delegate to the other:"
                                    + " delegate(routes).")
                            .related(one.lineOf(first.field()), "the host is named here first"));
        } else if (overlap(one, other)) {
            findings.add(
                    other,
                    second.field(),
                    Finding.of(
                                    TrafficRule.SAME_GATEWAY_HOST,
                                    "The host \"" + host + "\" has routes in " + one
                                            + " too, and some match the same requests: which come first is not said.")
                            .hint("Put all routes of a host into one VirtualService, or give each of them a match(...)"
                                    + " of its own.")
                            .related(one.lineOf(first.field()), "the host is named here first"));
        }
    }

    /** Whether there are clients that know of both. */
    private static boolean meet(Manifest one, Manifest other) {
        Set<String> first = visible(one);
        Set<String> second = visible(other);
        return first.isEmpty() || second.isEmpty() || first.stream().anyMatch(second::contains);
    }

    /** The namespaces that know of a VirtualService; empty if all do. */
    private static Set<String> visible(Manifest routes) {
        Set<String> namespaces = new HashSet<>();
        for (JsonNode name : routes.tree().path("spec").path("exportTo")) {
            if (name.asText().equals("*")) {
                return Set.of();
            }
            String own = routes.id().namespace();
            namespaces.add(name.asText().equals(".") ? (own == null ? "" : own) : name.asText());
        }
        return namespaces;
    }

    private static boolean overlap(Manifest one, Manifest other) {
        for (JsonNode route : one.tree().path("spec").path("http")) {
            for (JsonNode second : other.tree().path("spec").path("http")) {
                for (JsonNode condition : MatchCover.conditions(route)) {
                    for (JsonNode against : MatchCover.conditions(second)) {
                        if (MatchCover.covers(condition, against) && MatchCover.covers(against, condition)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
}
