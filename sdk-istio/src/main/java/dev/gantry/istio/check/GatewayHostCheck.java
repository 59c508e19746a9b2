package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Words;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares the hosts of Gateways with those of the VirtualServices that name them. */
final class GatewayHostCheck {

    private final Findings findings;

    GatewayHostCheck(Findings findings) {
        this.findings = findings;
    }

    void check(List<Manifest> gateways, List<Manifest> routes) {
        if (gateways.isEmpty() || routes.isEmpty()) {
            return;
        }
        Map<String, Manifest> known = new LinkedHashMap<>();
        Map<Manifest, List<Manifest>> users = new LinkedHashMap<>();
        for (Manifest gateway : gateways) {
            known.put(GatewayNames.of(gateway), gateway);
            users.put(gateway, new ArrayList<>());
        }
        for (Manifest virtualService : routes) {
            JsonNode names = virtualService.tree().path("spec").path("gateways");
            for (int i = 0; i < names.size(); i++) {
                Manifest gateway = known.get(GatewayNames.full(
                        names.path(i).asText(), virtualService.id().namespace()));
                if (gateway != null) {
                    users.getOrDefault(gateway, new ArrayList<>()).add(virtualService);
                    checkRoutes(virtualService, i, gateway);
                }
            }
        }
        users.forEach(this::checkServers);
    }

    /** At least one host of a VirtualService has to be one of the gateway. */
    private void checkRoutes(Manifest routes, int index, Manifest gateway) {
        JsonNode hosts = routes.tree().path("spec").path("hosts");
        List<String> served = new ArrayList<>();
        for (JsonNode server : gateway.tree().path("spec").path("servers")) {
            for (JsonNode host : server.path("hosts")) {
                served.add(host.asText());
                for (JsonNode asked : hosts) {
                    if (serves(gateway, host.asText(), routes, asked.asText())) {
                        return;
                    }
                }
            }
        }
        if (hosts.isEmpty() || served.isEmpty()) {
            return;
        }
        findings.add(
                routes,
                "spec.gateways[" + index + "]",
                Finding.of(
                                TrafficRule.HOST_NOT_AT_GATEWAY,
                                gateway
                                        + " serves none of the hosts of this VirtualService, so none of its requests get"
                                        + " here.")
                        .hint(
                                "Name one of its hosts with host(...), or add the host to a server of the gateway. It serves "
                                        + Words.list(served, host -> "\"" + host + "\"") + ".")
                        .related(gateway.lineOf("spec.servers"), gateway + " has its hosts here"));
    }

    private void checkServers(Manifest gateway, List<Manifest> users) {
        if (users.isEmpty()) {
            return; // its routes come from elsewhere
        }
        JsonNode servers = gateway.tree().path("spec").path("servers");
        for (int i = 0; i < servers.size(); i++) {
            boolean byName = servers.path(i).path("tls").path("mode").asText().equals("AUTO_PASSTHROUGH");
            JsonNode hosts = servers.path(i).path("hosts");
            for (int j = 0; j < hosts.size() && !byName; j++) {
                String host = hosts.path(j).asText();
                if (users.stream().noneMatch(user -> isServed(gateway, host, user))) {
                    findings.add(
                            gateway,
                            "spec.servers[" + i + "].hosts[" + j + "]",
                            Finding.of(
                                            TrafficRule.GATEWAY_HOST,
                                            "No VirtualService that names this gateway has routes for the host \""
                                                    + host + "\".")
                                    .hint("Add host(\"" + bare(host) + "\") to one of them, or leave the host out.")
                                    .related(users.get(0).lineOf("spec.hosts"), users.get(0) + " has its hosts here"));
                }
            }
        }
    }

    private static boolean isServed(Manifest gateway, String host, Manifest routes) {
        for (JsonNode asked : routes.tree().path("spec").path("hosts")) {
            if (serves(gateway, host, routes, asked.asText())) {
                return true;
            }
        }
        return false;
    }

    private static boolean serves(Manifest gateway, String host, Manifest routes, String asked) {
        String namespace = routes.id().namespace();
        int slash = host.indexOf('/');
        if (slash > 0) {
            String owner = host.substring(0, slash);
            String wanted = owner.equals(".") ? gateway.id().namespace() : owner;
            if (!owner.equals("*") && !Objects.equals(wanted, namespace)) {
                return false;
            }
        }
        return MeshHosts.overlap(bare(host), asked)
                || MeshHosts.canonical(bare(host), namespace).equals(MeshHosts.canonical(asked, namespace));
    }

    private static String bare(String host) {
        return host.substring(host.indexOf('/') + 1);
    }
}
