package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** The certificates of an Ingress: whom they are for, and whether they are there. */
final class IngressTls {

    private static final List<String> KEYS = List.of("tls.crt", "tls.key");

    private final Model model;
    private final Findings findings;

    IngressTls(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check(Manifest ingress) {
        JsonNode tls = ingress.tree().path("spec").path("tls");
        for (int i = 0; i < tls.size(); i++) {
            checkHosts(ingress, i, tls.path(i).path("hosts"));
            checkSecret(ingress, i, tls.path(i).path("secretName").asText());
        }
    }

    private void checkHosts(Manifest ingress, int index, JsonNode hosts) {
        if (hosts.isEmpty()) {
            findings.add(
                    ingress,
                    "spec.tls[" + index + "]",
                    Finding.of(
                                    IngressCheckRule.TLS_WITHOUT_HOSTS,
                                    "The certificate is for no host in particular; what that means is the controller's"
                                            + " choice.")
                            .hint("Name the hosts: tls(secret, \"shop.example.com\")."));
            return;
        }
        List<String> served = served(ingress);
        for (int i = 0; i < hosts.size() && !served.isEmpty(); i++) {
            String host = hosts.path(i).asText();
            if (served.stream().noneMatch(other -> covers(host, other) || covers(other, host))) {
                findings.add(
                        ingress,
                        "spec.tls[" + index + "].hosts[" + i + "]",
                        Finding.of(IngressCheckRule.TLS_HOST, "No rule of the Ingress has the host \"" + host + "\".")
                                .hint("Correct the name, or add host(\"" + host + "\", ...). The rules have: "
                                        + String.join(", ", served) + "."));
            }
        }
    }

    /** The hosts of the rules; empty if requests for any host are led somewhere. */
    private static List<String> served(Manifest ingress) {
        JsonNode spec = ingress.tree().path("spec");
        List<String> hosts = new ArrayList<>(2);
        for (JsonNode rule : spec.path("rules")) {
            String host = rule.path("host").asText();
            if (host.isEmpty()) {
                return List.of();
            }
            hosts.add(host);
        }
        return spec.has("defaultBackend") ? List.of() : hosts;
    }

    /** Whether a host is another, or stands for it with its {@code *}. */
    private static boolean covers(String host, String other) {
        if (host.equals(other)) {
            return true;
        }
        int dot = other.indexOf('.');
        return host.startsWith("*.") && dot > 0 && host.substring(1).equals(other.substring(dot));
    }

    private void checkSecret(Manifest ingress, int index, String name) {
        GeneratedSecret generated =
                model.generatedSecret(ingress.id().namespace(), name).orElse(null);
        if (generated != null) {
            findings.add(
                    ingress,
                    "spec.tls[" + index + "].secretName",
                    Finding.of(
                                    IngressCheckRule.TLS_SECRET,
                                    "The Secret \"" + name + "\" is generated: random characters are no certificate.")
                            .hint("Name a Secret with the keys tls.crt and tls.key.")
                            .related(generated.origin(), "it is generated here"));
            return;
        }
        Manifest secret =
                model.find("", "Secret", ingress.id().namespace(), name).orElse(null);
        if (secret == null) {
            return; // from elsewhere, such as a controller that asks for certificates
        }
        for (String key : KEYS) {
            if (!secret.tree().path("data").has(key)
                    && !secret.tree().path("stringData").has(key)) {
                findings.add(
                        ingress,
                        "spec.tls[" + index + "].secretName",
                        Finding.of(IngressCheckRule.TLS_SECRET, secret + " has no key \"" + key + "\".")
                                .hint("Give it the keys tls.crt and tls.key, or name a Secret that has them.")
                                .related(secret.origin(), secret + " is made here"));
                return;
            }
        }
    }
}
