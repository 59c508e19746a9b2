package dev.gantry.engine.kubeconfig;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user says about the cluster to speak to.
 *
 * @param kubeconfig the file to read; {@code null} for those that kubectl would take: the ones that {@code KUBECONFIG}
 *     names, else {@code ~/.kube/config}, else the service account of the pod
 * @param context one of its contexts; {@code null} for its current one
 * @param allowedContexts the contexts that may be used, with {@code *} for any characters; empty for all. Inside a
 *     cluster, the context is called {@value Target#IN_CLUSTER}
 * @param proxy the proxy to take where the kubeconfig names none; {@code null} for the one that {@code HTTPS_PROXY} names
 */
public record AccessOptions(
        @Nullable Path kubeconfig,
        @Nullable String context,
        List<String> allowedContexts,
        @Nullable ProxyServer proxy) {

    /** Copies the list. */
    public AccessOptions {
        allowedContexts = List.copyOf(allowedContexts);
    }

    /** What kubectl would do. */
    public static AccessOptions standard() {
        return new AccessOptions(null, null, List.of(), null);
    }
}
