package dev.gantry.engine.cluster;

import org.jspecify.annotations.Nullable;

/**
 * Which cluster is spoken to, for people and for guards.
 *
 * @param context the kubeconfig's context; {@code null} where there is none, as inside a cluster
 * @param server the URL of the API server
 * @param namespace the context's namespace; {@code default} if it has none
 * @param user the name of the kubeconfig's user, and never a credential; {@code null} if there is none
 */
public record Connection(
        @Nullable String context,
        String server,
        String namespace,
        @Nullable String user) {}
