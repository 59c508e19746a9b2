package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Words;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compares the hosts of Gateways with those of the VirtualServices that name them, or were to name them. */
final class GatewayHostCheck {

    private final MeshHosts hosts;
    private final Findings findings;
    private final List<Manifest> meshOnly = new ArrayList<>();
    private final Set<Manifest> reported = new HashSet<>();

    GatewayHostCheck(MeshHosts hosts, Findings findings) {
        this.hosts = hosts;
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
            if (names.isEmpty()) {
                meshOnly.add(virtualService);
            }
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
        JsonNode servers = gateway.tree().path("spec").path("servers");
        for (int i = 0; i < servers.size(); i++) {
            boolean byName = servers.path(i).path("tls").path("mode").asText().equals("AUTO_PASSTHROUGH");
            JsonNode list = servers.path(i).path("hosts");
            for (int j = 0; j < list.size() && !byName; j++) {
                String host = list.path(j).asText();
                if (users.stream().noneMatch(user -> isServed(gateway, host, user))) {
                    unserved(gateway, "spec.servers[" + i + "].hosts[" + j + "]", host, users);
                }
            }
        }
    }

    private void unserved(Manifest gateway, String field, String host, List<Manifest> users) {
        for (Manifest routes : meshOnly) {
            int index = meant(gateway, host, routes);
            if (index >= 0) {
                notNamed(gateway, field, routes, index);
                return;
            }
        }
        if (!users.isEmpty()) { // else its routes come from elsewhere
            findings.add(
                    gateway,
                    field,
                    Finding.of(
                                    TrafficRule.GATEWAY_HOST,
                                    "No VirtualService that names this gateway has routes for the host \"" + host
                                            + "\".")
                            .hint("Add host(\"" + bare(host) + "\") to one of them, or leave the host out.")
                            .related(users.get(0).lineOf("spec.hosts"), users.get(0) + " has its hosts here"));
        }
    }

    /**
     * Which host of a VirtualService without gateways was to be served by this one; -1 if none was. A name of the mesh is meant
     * for the mesh, and where a gateway serves every host, nobody can tell.
     */
    private int meant(Manifest gateway, String host, Manifest routes) {
        JsonNode asked = routes.tree().path("spec").path("hosts");
        String namespace = routes.id().namespace();
        for (int i = 0; i < asked.size() && !bare(host).equals("*"); i++) {
            String name = asked.path(i).asText();
            boolean outer = name.indexOf('.') > 0
                    && MeshHosts.canonical(name, namespace).indexOf('/') < 0
                    && hosts.entry(name) == null;
            if (outer && MeshHosts.covers(bare(host), name) && serves(gateway, host, routes, name)) {
                return i;
            }
        }
        return -1;
    }

    private void notNamed(Manifest gateway, String field, Manifest routes, int index) {
        if (reported.add(routes)) {
            String host = routes.tree().path("spec").path("hosts").path(index).asText();
            findings.add(
                    routes,
                    "spec.hosts[" + index + "]",
                    Finding.of(
                                    TrafficRule.GATEWAY_NOT_NAMED,
                                    gateway + " serves the host \"" + host
                                            + "\", but the VirtualService does not name it, so its routes hold within the"
                                            + " mesh only.")
                            .hint(
                                    "Call gateway(...) with it, and mesh() too if the routes are for the mesh as well; mesh()"
                                            + " alone says that they are for the mesh only.")
                            .related(gateway.lineOf(field), gateway + " has the host here"));
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
