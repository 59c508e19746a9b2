package dev.gantry.extension;

import org.jspecify.annotations.Nullable;

/**
 * What the builders of namespaced kinds share.
 *
 * @param <B> the builder's own type
 */
public abstract class NamespacedBuilder<B extends NamespacedBuilder<B>> extends ResourceBuilder<B> {

    /** Begins a resource. */
    protected NamespacedBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /**
     * Sets {@code metadata.namespace}, where it is not the stack's.
     *
     * @param namespace at most 63 characters of {@code a-z}, {@code 0-9} and {@code -}
     */
    public final B namespace(String namespace) {
        return inNamespace(namespace);
    }
}
