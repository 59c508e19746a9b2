package dev.gantry.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * How much pods may do, from everything to what a well-behaved application needs. Each standard asks for what the one
 * before it asks for, and more.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security Standards</a>
 */
public enum PodSecurityStandard implements Leaf {
    /** Anything: for pods that are part of the system. */
    PRIVILEGED("privileged"),
    /** No known way out of the container; what a pod gets that states nothing. */
    BASELINE("baseline"),
    /** Also not as root, without capabilities, and with a seccomp profile: most of it has to be stated. */
    RESTRICTED("restricted");

    private final String text;

    PodSecurityStandard(String text) {
        this.text = text;
    }

    /** The standard of a name as Kubernetes writes it; {@code null} if there is none. */
    public static @Nullable PodSecurityStandard named(String name) {
        for (PodSecurityStandard standard : values()) {
            if (standard.text.equals(name)) {
                return standard;
            }
        }
        return null;
    }

    /** Whether it asks for everything that another one asks for. */
    public boolean covers(PodSecurityStandard other) {
        return compareTo(other) >= 0;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(text);
    }

    /** As Kubernetes writes it, such as {@code restricted}. */
    @Override
    public String toString() {
        return text;
    }
}
