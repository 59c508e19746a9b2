package dev.gantry.component;

import dev.gantry.Selectable;
import dev.gantry.network.NetworkPolicyIngressRule;
import dev.gantry.network.NetworkPolicyPeer;
import dev.gantry.network.Service;
import dev.gantry.workload.IntOrPercent;
import dev.gantry.workload.PodDisruptionBudget;
import java.util.function.Consumer;

/**
 * The options that all components share whose pods have clients.
 *
 * @param <B> the builder's own type
 */
public abstract class ServerBuilder<B extends ServerBuilder<B>> extends ComponentBuilder<B> {

    private Consumer<NetworkPolicyIngressRule> clients = r -> {};
    private Consumer<Service.Builder> service = s -> {};
    private Consumer<PodDisruptionBudget.Builder> disruptionBudget = b -> {};
    private boolean closed;

    ServerBuilder() {}

    /** Admits the pods of a workload. */
    public final B admits(Selectable client) {
        return admits(r -> r.from(client));
    }

    /** Admits others than workloads of the program, such as the namespace of an ingress controller. */
    public final B admits(NetworkPolicyPeer client) {
        return admits(r -> r.from(client));
    }

    /** Goes on with the options of the Service, after those that the component sets. */
    public final B service(Consumer<Service.Builder> options) {
        service = with(service, options);
        return self();
    }

    /** Goes on with the options of the PodDisruptionBudget, after those that the component sets. */
    public final B disruptionBudget(Consumer<PodDisruptionBudget.Builder> options) {
        disruptionBudget = with(disruptionBudget, options);
        return self();
    }

    /** Whether anybody was named who is admitted. */
    final boolean isClosed() {
        return closed;
    }

    /** Who is admitted, as it stands when the block has ended. */
    final Consumer<NetworkPolicyIngressRule> clients() {
        return clients;
    }

    final Service service(String name, Consumer<Service.Builder> options) {
        return Service.of(name, s -> {
            s.label(NAME, name);
            options.accept(s);
            service.accept(s);
        });
    }

    /** Lets one pod at a time be evicted. */
    final PodDisruptionBudget disruptionBudget(String name, Selectable pods) {
        return PodDisruptionBudget.of(name, pods, b -> {
            b.label(NAME, name).maxUnavailable(IntOrPercent.of(1));
            disruptionBudget.accept(b);
        });
    }

    private B admits(Consumer<NetworkPolicyIngressRule> client) {
        clients = with(clients, client);
        closed = true;
        return self();
    }
}
