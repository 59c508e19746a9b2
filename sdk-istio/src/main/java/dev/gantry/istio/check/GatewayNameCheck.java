package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.extension.Reference;
import dev.gantry.extension.Resource;
import dev.gantry.finding.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks for Gateways that VirtualServices name as their namespace's own, and that the program has in another one. */
final class GatewayNameCheck {

    private final Findings findings;

    GatewayNameCheck(Findings findings) {
        this.findings = findings;
    }

    void check(List<Manifest> gateways, List<Manifest> routes) {
        Map<String, Manifest> known = new HashMap<>();
        Map<String, Manifest> byName = new HashMap<>();
        for (Manifest gateway : gateways) {
            known.put(GatewayNames.of(gateway), gateway);
            byName.putIfAbsent(gateway.id().name(), gateway);
        }
        for (Manifest virtualService : routes) {
            String namespace = virtualService.id().namespace();
            JsonNode names = virtualService.tree().path("spec").path("gateways");
            for (int i = 0; i < names.size(); i++) {
                String name = names.path(i).asText();
                Manifest gateway = byName.get(name);
                if (gateway != null && !known.containsKey(GatewayNames.full(name, namespace))) {
                    compare(virtualService, i, namespace, gateway);
                }
            }
        }
    }

    private void compare(Manifest routes, int index, @Nullable String namespace, Manifest gateway) {
        String other = gateway.id().namespace();
        String name = gateway.id().name();
        if (namespace == null || other == null || isMeant(routes, name, namespace)) {
            return;
        }
        findings.add(
                routes,
                "spec.gateways[" + index + "]",
                Finding.of(
                                TrafficRule.GATEWAY_ELSEWHERE,
                                "\"" + name + "\" means a Gateway of the namespace \"" + namespace + "\", but "
                                        + gateway + " is elsewhere.")
                        .hint("Pass the Gateway itself, or name its namespace: IstioGateway.existing(\"" + name
                                + "\").in(\""
                                + other + "\"); or, if another of that name is meant, IstioGateway.existing(\"" + name
                                + "\").in(\"" + namespace + "\").")
                        .related(gateway.origin(), gateway + " is made here"));
    }

    /** Whether the author has said that the Gateway is of the namespace of the VirtualService. */
    private static boolean isMeant(Manifest routes, String name, String namespace) {
        for (Reference reference : routes.references()) {
            Resource target = reference.target();
            if (target.kind().name().equals("Gateway")
                    && target.name().equals(name)
                    && namespace.equals(target.ownNamespace())) {
                return true;
            }
        }
        return false;
    }
}
