package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.Workload;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares the certificates that Gateways name with the Secrets of the program. */
final class GatewaySecretCheck {

    private static final List<String> TLS = List.of("tls.crt", "tls.key");
    private static final List<String> GENERIC = List.of("cert", "key");

    private final Model model;
    private final Findings findings;

    GatewaySecretCheck(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check(List<Manifest> gateways) {
        if (model.ofKind("", "Secret").isEmpty()) {
            return;
        }
        for (Manifest gateway : gateways) {
            JsonNode servers = gateway.tree().path("spec").path("servers");
            for (int i = 0; i < servers.size(); i++) {
                JsonNode tls = servers.path(i).path("tls");
                String path = "spec.servers[" + i + "].tls.";
                check(
                        gateway,
                        path + "credentialName",
                        tls.path("credentialName").asText());
                JsonNode names = tls.path("credentialNames");
                for (int j = 0; j < names.size(); j++) {
                    check(
                            gateway,
                            path + "credentialNames[" + j + "]",
                            names.path(j).asText());
                }
            }
        }
    }

    private void check(Manifest gateway, String field, String name) {
        List<Manifest> secrets = new ArrayList<>(1);
        for (Manifest secret : model.ofKind("", "Secret")) {
            if (!name.isEmpty() && secret.id().name().equals(name)) {
                secrets.add(secret);
            }
        }
        if (secrets.isEmpty()) {
            return; // from elsewhere, such as a controller that asks for certificates
        }
        TreeSet<String> namespaces = namespacesOfPods(gateway);
        List<Manifest> near = secrets.stream()
                .filter(secret -> namespaces.contains(String.valueOf(secret.id().namespace())))
                .toList();
        if (!namespaces.isEmpty() && near.isEmpty()) {
            findings.add(
                    gateway,
                    field,
                    Finding.of(
                                    TrafficRule.GATEWAY_SECRET,
                                    secrets.get(0)
                                            + " does not lie beside the gateway's pods, which are in the namespace"
                                            + " \"" + namespaces.first() + "\".")
                            .hint("Add the Secret to a stack of that namespace.")
                            .related(secrets.get(0).origin(), secrets.get(0) + " is made here"));
            return;
        }
        Manifest secret = near.isEmpty() ? secrets.get(0) : near.get(0);
        if (!hasAll(secret, TLS) && !hasAll(secret, GENERIC)) {
            findings.add(
                    gateway,
                    field,
                    Finding.of(TrafficRule.GATEWAY_SECRET, secret + " holds no certificate and key.")
                            .hint("Give it the keys tls.crt and tls.key, or name a Secret that has them.")
                            .related(secret.origin(), secret + " is made here"));
        }
    }

    /** Where the pods are that the gateway's selector takes, in any namespace. */
    private TreeSet<String> namespacesOfPods(Manifest gateway) {
        TreeSet<String> namespaces = new TreeSet<>();
        JsonNode selector = gateway.tree().path("spec").path("selector");
        for (Workload workload :
                selector.isEmpty() ? List.<Workload>of() : model.workloads().all()) {
            if (workload.matches(selector)) {
                namespaces.add(String.valueOf(workload.manifest().id().namespace()));
            }
        }
        return namespaces;
    }

    private static boolean hasAll(Manifest secret, List<String> keys) {
        for (String key : keys) {
            if (!secret.tree().path("data").has(key)
                    && !secret.tree().path("stringData").has(key)) {
                return false;
            }
        }
        return true;
    }
}
