package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Repeats;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at ServiceEntries: how endpoints are found has to go with what is said of them. */
final class ServiceEntryCheck {

    private static final Set<String> WITHOUT_LOOKUP = Set.of("NONE", "STATIC");

    private static final String SOCKET = "unix://";

    private final Findings findings;

    ServiceEntryCheck(Findings findings) {
        this.findings = findings;
    }

    void check(List<Manifest> entries) {
        for (Manifest entry : entries) {
            JsonNode spec = entry.tree().path("spec");
            String resolution = spec.path("resolution").asText("NONE");
            checkEndpoints(entry, spec.path("endpoints"), resolution);
            checkHosts(entry, spec.path("hosts"));
            checkSockets(entry, spec.path("endpoints"));
            checkAddresses(entry, spec.path("addresses"), resolution);
            JsonNode ports = spec.path("ports");
            Repeats.find(ports, Repeats.field("number"), (first, second) -> samePort(entry, ports, first, second));
        }
    }

    private void checkHosts(Manifest entry, JsonNode hosts) {
        for (int i = 0; i < hosts.size(); i++) {
            if (hosts.path(i).asText().equals("*")) {
                report(
                        entry,
                        "spec.hosts[" + i + "]",
                        "The host * stands for all hosts there are.",
                        "Name a domain at least, such as *.example.com.",
                        null);
            }
        }
    }

    /** A socket of the machine has a path, or a name that begins with @, and no ports. */
    private void checkSockets(Manifest entry, JsonNode endpoints) {
        for (int i = 0; i < endpoints.size(); i++) {
            String place = "spec.endpoints[" + i + "]";
            String address = endpoints.path(i).path("address").asText();
            if (!address.startsWith(SOCKET)) {
                continue;
            }
            String path = address.substring(SOCKET.length());
            if (!(path.startsWith("/") || path.startsWith("@")) || path.endsWith("/")) {
                report(
                        entry,
                        place + ".address",
                        "The address " + address + " is not that of a socket.",
                        "Give an absolute path, such as unix:///run/db.sock, or a name such as unix://@db.",
                        null);
            }
            if (endpoints.path(i).has("ports")) {
                report(
                        entry,
                        place + ".ports",
                        "The endpoint is a socket, which has no ports.",
                        "Leave the ports out.",
                        place + ".address");
            }
        }
    }

    private void checkEndpoints(Manifest entry, JsonNode endpoints, String resolution) {
        if (resolution.equals("NONE") && !endpoints.isMissingNode()) {
            report(
                    entry,
                    "spec.endpoints",
                    "The resolution is NONE" + (entry.tree().path("spec").has("resolution") ? "" : ", the default")
                            + ", which has no endpoints.",
                    "Call resolution(ServiceEntryResolution.STATIC), or DNS for names.",
                    null);
        }
        if (resolution.equals("DNS_ROUND_ROBIN") && endpoints.size() > 1) {
            report(
                    entry,
                    "spec.endpoints[1]",
                    "The resolution DNS_ROUND_ROBIN has one endpoint at most, and here are " + endpoints.size() + ".",
                    "Leave the others out, or call resolution(ServiceEntryResolution.DNS).",
                    "spec.resolution");
        }
    }

    private void checkAddresses(Manifest entry, JsonNode addresses, String resolution) {
        for (int i = 0; i < addresses.size(); i++) {
            String address = addresses.path(i).asText();
            if (address.contains("/") && !WITHOUT_LOOKUP.contains(resolution)) {
                report(
                        entry,
                        "spec.addresses[" + i + "]",
                        "The block " + address + " does not go with the resolution " + resolution + ".",
                        "Name single addresses, or call resolution(ServiceEntryResolution.STATIC).",
                        "spec.resolution");
            }
        }
    }

    private void samePort(Manifest entry, JsonNode ports, int first, int second) {
        report(
                entry,
                "spec.ports[" + second + "].number",
                "There is another port with the number "
                        + ports.path(second).path("number").asText() + ".",
                "Give it another number.",
                "spec.ports[" + first + "].number");
    }

    private void report(Manifest entry, String field, String message, String hint, @Nullable String other) {
        Finding finding = Finding.of(TrafficRule.SERVICE_ENTRY, message).hint(hint);
        findings.add(
                entry, field, other == null ? finding : finding.related(entry.lineOf(other), "the other is set here"));
    }
}
