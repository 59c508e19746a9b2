package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Finding;
import java.util.List;

/** Compares the keys of a Secret with those that an API server asks for by its type. */
final class SecretTypeCheck {

    private final Findings findings;

    SecretTypeCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Model model) {
        for (Manifest secret : model.ofKind("", "Secret")) {
            String type = secret.tree().path("type").asText();
            switch (type) {
                case "kubernetes.io/tls" -> checkAll(secret, type, List.of("tls.crt", "tls.key"));
                case "kubernetes.io/dockerconfigjson" -> checkAll(secret, type, List.of(".dockerconfigjson"));
                case "kubernetes.io/dockercfg" -> checkAll(secret, type, List.of(".dockercfg"));
                case "kubernetes.io/ssh-auth" -> checkAll(secret, type, List.of("ssh-privatekey"));
                case "kubernetes.io/basic-auth" -> {
                    if (!has(secret, "username") && !has(secret, "password")) {
                        missing(secret, type, "neither of the keys \"username\" and \"password\"");
                    }
                }
                default -> {}
            }
        }
    }

    private void checkAll(Manifest secret, String type, List<String> keys) {
        for (String key : keys) {
            if (!has(secret, key)) {
                missing(secret, type, "no key \"" + key + "\"");
            }
        }
    }

    private static boolean has(Manifest secret, String key) {
        JsonNode tree = secret.tree();
        return tree.path("data").has(key) || tree.path("stringData").has(key);
    }

    private void missing(Manifest secret, String type, String what) {
        findings.add(
                secret,
                "type",
                Finding.of(ConfigRule.TYPE_KEYS, "The Secret is of type " + type + ", but has " + what + ".")
                        .hint("Add it with text(key, text) or file(key, file), or leave the type out."));
    }
}
