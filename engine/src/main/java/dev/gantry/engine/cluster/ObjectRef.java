package dev.gantry.engine.cluster;

import org.jspecify.annotations.Nullable;

/**
 * Where an object is on the server.
 *
 * @param resource its kind
 * @param namespace {@code null} for a kind that has none
 * @param name its name
 */
public record ObjectRef(ApiResource resource, @Nullable String namespace, String name) {

    /** {@code Deployment shop/web}, or {@code Namespace shop}. */
    @Override
    public String toString() {
        return resource.kind() + " " + (namespace == null ? "" : namespace + "/") + name;
    }
}
