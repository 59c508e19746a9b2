package dev.gantry.bundle;

import org.jspecify.annotations.Nullable;

/**
 * What tells one resource from all others of a cluster.
 *
 * @param apiVersion group and version, such as {@code apps/v1}; {@code v1} for the core group
 * @param kind such as {@code Deployment}
 * @param namespace {@code null} for cluster-scoped resources, and where the namespace is left to whoever applies it
 * @param name the literal name
 */
public record ResourceId(
        String apiVersion, String kind, @Nullable String namespace, String name) {

    /** The API group; empty for the core group. */
    public String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** As people name it: {@code Service shop/web}, or {@code Namespace shop}. */
    @Override
    public String toString() {
        return kind + " " + (namespace == null ? "" : namespace + "/") + name;
    }
}
