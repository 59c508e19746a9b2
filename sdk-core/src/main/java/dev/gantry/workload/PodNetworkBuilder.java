package dev.gantry.workload;

import dev.gantry.extension.Kind;
import dev.gantry.extension.Syntax;
import org.jspecify.annotations.Nullable;

/**
 * What the pods of a kind share with their host, and how they find others.
 *
 * @param <B> the builder's own type
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#hostname-and-name-resolution">
 *     Hostname and name resolution</a>
 */
public abstract class PodNetworkBuilder<B extends PodNetworkBuilder<B>> extends PodPlacementBuilder<B> {

    PodNetworkBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /** Sets {@code hostname}: the pod's own name for itself; its name in the cluster where it is not set. */
    public final B hostname(String name) {
        podSpec().set("hostname", name, Syntax.DNS_LABEL);
        return self();
    }

    /** Sets {@code subdomain}: the headless Service under which the hostname is found; none where it is not set. */
    public final B subdomain(String name) {
        podSpec().set("subdomain", name, Syntax.DNS_LABEL);
        return self();
    }

    /** Sets {@code setHostnameAsFQDN}: whether the pod calls itself by its full name; {@code false} by default. */
    public final B setHostnameAsFqdn(boolean full) {
        podSpec().set("setHostnameAsFQDN", full);
        return self();
    }

    /** Sets {@code hostNetwork}: whether the pod has the network of its node; {@code false} by default. */
    public final B hostNetwork(boolean share) {
        podSpec().set("hostNetwork", share);
        return self();
    }

    /** Sets {@code hostPID}: whether the pod sees the processes of its node; {@code false} by default. */
    public final B hostPid(boolean share) {
        podSpec().set("hostPID", share);
        return self();
    }

    /** Sets {@code hostIPC}: whether the pod shares memory and semaphores with its node; {@code false} by default. */
    public final B hostIpc(boolean share) {
        podSpec().set("hostIPC", share);
        return self();
    }

    /** Sets {@code hostUsers}: whether user IDs mean the same as on the node; {@code true} by default. */
    public final B hostUsers(boolean share) {
        podSpec().set("hostUsers", share);
        return self();
    }

    /** Sets {@code shareProcessNamespace}: whether containers see each other's processes; {@code false} by default. */
    public final B shareProcessNamespace(boolean share) {
        podSpec().set("shareProcessNamespace", share);
        return self();
    }
}
