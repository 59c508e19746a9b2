package dev.gantry.argocd;

import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;

/**
 * Labels and annotations of a namespace that Argo CD makes.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#namespace-metadata">Namespace
 *     metadata</a>
 */
public final class ManagedNamespaceMetadata {

    private final Fields metadata;

    ManagedNamespaceMetadata(Fields metadata) {
        this.metadata = metadata;
    }

    /** Adds to {@code labels}. */
    public ManagedNamespaceMetadata label(String key, String value) {
        Templates.label(metadata.object("labels"), key, value);
        return this;
    }

    /** Adds to {@code annotations}. */
    public ManagedNamespaceMetadata annotation(String key, String value) {
        Entries.annotation(metadata.object("annotations"), key, value);
        return this;
    }
}
