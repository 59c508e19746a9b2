package dev.gantry.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What a Secret is for, and so which keys it must have.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/configuration/secret/#secret-types">Types of Secret</a>
 */
public enum SecretType implements Leaf {
    /** Anything; the default of Kubernetes. */
    OPAQUE("Opaque"),
    /** A certificate and its key: {@code tls.crt} and {@code tls.key}. */
    TLS("kubernetes.io/tls"),
    /** How to log in to image registries: {@code .dockerconfigjson}. */
    DOCKER_CONFIG_JSON("kubernetes.io/dockerconfigjson"),
    /** A user's name and password: {@code username} and {@code password}. */
    BASIC_AUTH("kubernetes.io/basic-auth"),
    /** A private key: {@code ssh-privatekey}. */
    SSH_AUTH("kubernetes.io/ssh-auth"),
    /** A token of a ServiceAccount, which the cluster fills in. */
    SERVICE_ACCOUNT_TOKEN("kubernetes.io/service-account-token");

    private final String term;

    SecretType(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
