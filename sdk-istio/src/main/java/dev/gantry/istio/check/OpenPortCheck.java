package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.finding.Finding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Looks for routes from a gateway that leave the port to chance: of a Service with several ports, a gateway takes the one whose
 * number is that of its own port.
 */
final class OpenPortCheck {

    private final Map<String, Manifest> gateways = new HashMap<>();
    private final Findings findings;

    OpenPortCheck(Model model, Findings findings) {
        this.findings = findings;
        for (Manifest gateway : model.ofKind(IstioChecks.NETWORKING, "Gateway")) {
            gateways.put(GatewayNames.of(gateway), gateway);
        }
    }

    void check(DestinationPlace place, Manifest service) {
        JsonNode ports = service.tree().path("spec").path("ports");
        Set<String> names = GatewayNames.ofRoutes(place.routes());
        if (place.port() != 0 || ports.size() < 2 || names.contains(GatewayNames.MESH)) {
            return;
        }
        Set<Integer> numbers = new HashSet<>();
        ports.forEach(port -> numbers.add(port.path("port").asInt()));
        for (String name : names) {
            Manifest gateway = gateways.get(name);
            boolean served = gateway != null && serves(gateway, numbers);
            if (!served) {
                findings.add(
                        place.routes(),
                        place.field(),
                        Finding.of(
                                        TrafficRule.OPEN_PORT,
                                        service + " has " + ports.size() + " ports, and the route does not say which it"
                                                + " means. A gateway takes the number of its own port then.")
                                .hint("Say it: to(service, port), or subset(workload).port(port).")
                                .related(service.lineOf("spec.ports"), service + " has its ports here"));
                return;
            }
        }
    }

    private static boolean serves(Manifest gateway, Set<Integer> numbers) {
        for (JsonNode server : gateway.tree().path("spec").path("servers")) {
            if (!numbers.contains(server.path("port").path("number").asInt())) {
                return false;
            }
        }
        return true;
    }
}
