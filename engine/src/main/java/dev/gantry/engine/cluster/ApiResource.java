package dev.gantry.engine.cluster;

import java.util.Set;

/**
 * A kind as a server serves it.
 *
 * @param apiVersion group and version, such as {@code apps/v1}; {@code v1} for the core group
 * @param kind such as {@code Deployment}
 * @param plural its name in paths, such as {@code deployments}
 * @param namespaced whether its objects live in namespaces
 * @param verbs what the server can do with them, such as {@code list}
 */
public record ApiResource(String apiVersion, String kind, String plural, boolean namespaced, Set<String> verbs) {

    /** Copies the set. */
    public ApiResource {
        verbs = Set.copyOf(verbs);
    }

    /** The API group; empty for the core group. */
    public String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** {@code Kind.group}, as ApplySets name kinds; {@code Kind} for the core group. */
    public String groupKind() {
        return group().isEmpty() ? kind : kind + "." + group();
    }
}
