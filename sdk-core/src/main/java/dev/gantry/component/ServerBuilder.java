package dev.gantry.component;

import dev.gantry.Selectable;
import dev.gantry.network.NetworkPolicyIngressRule;
import dev.gantry.network.NetworkPolicyPeer;
import java.util.function.Consumer;

/**
 * The options that all components share whose pods have clients.
 *
 * @param <B> the builder's own type
 */
public abstract class ServerBuilder<B extends ServerBuilder<B>> extends ComponentBuilder<B> {

    private Consumer<NetworkPolicyIngressRule> clients = r -> {};

    ServerBuilder() {}

    /** Admits the pods of a workload; once anybody is named, nobody else gets in. */
    public final B admits(Selectable client) {
        clients = with(clients, r -> r.from(client));
        return self();
    }

    /** Admits others than workloads of the program, such as the namespace of an ingress controller. */
    public final B admits(NetworkPolicyPeer client) {
        clients = with(clients, r -> r.from(client));
        return self();
    }

    /** Who is admitted, as it stands when the block has ended. */
    final Consumer<NetworkPolicyIngressRule> clients() {
        return clients;
    }
}
