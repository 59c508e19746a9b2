package dev.gantry.engine.kubeconfig;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cluster that is meant, and how to show who one is. Nothing of it has been tried.
 *
 * @param context the kubeconfig's context, or {@link #IN_CLUSTER}
 * @param server the URL of the API server, without credentials
 * @param namespace the context's namespace; {@code default} if it has none
 * @param cluster what the kubeconfig says of it; empty inside a cluster
 * @param userName the name of the kubeconfig's user; {@code null} if there is none
 * @param user what the kubeconfig says of that user; empty if there is none
 * @param userFile the file that says so
 * @param files the kubeconfig files; empty inside a cluster
 * @param tokenFile the file that has the token; {@code null} if there is none
 * @param certificateAuthority the file that has the certificate of whoever signs; {@code null} if no file has it
 * @param proxy {@code null} to reach the server without one
 */
public record Target(
        String context,
        URI server,
        String namespace,
        ObjectNode cluster,
        @Nullable String userName,
        ObjectNode user,
        @Nullable Path userFile,
        List<Path> files,
        @Nullable Path tokenFile,
        @Nullable Path certificateAuthority,
        @Nullable ProxyServer proxy) {

    /** What the context is called inside a cluster, where there is no kubeconfig. */
    public static final String IN_CLUSTER = "in-cluster";

    /** Copies the list. */
    public Target {
        files = List.copyOf(files);
    }

    /** Whether this is a pod of the cluster. */
    public boolean isInCluster() {
        return files.isEmpty();
    }

    /** What the kubeconfig says of the user by now; empty if it says nothing. */
    public ObjectNode userByNow() {
        return userName == null ? user.objectNode() : Kubeconfig.read(files).userBody(userName);
    }

    /** Without the user, who may have credentials. */
    @Override
    public String toString() {
        return context + " at " + server;
    }
}
