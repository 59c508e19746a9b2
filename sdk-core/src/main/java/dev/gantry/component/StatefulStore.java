package dev.gantry.component;

import static dev.gantry.component.ComponentBuilder.NAME;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Component;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.access.ServiceAccount;
import dev.gantry.extension.Resource;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.Service;
import dev.gantry.storage.VolumeClaim;
import dev.gantry.workload.PodDisruptionBudget;
import dev.gantry.workload.Probe;
import dev.gantry.workload.StatefulSet;
import dev.gantry.workload.Volume;
import java.util.List;
import java.util.function.Consumer;

/**
 * A program that keeps data on disks of its own, such as a database: a StatefulSet whose pods have stable names and a claim each, a
 * headless Service that knows them by name, and a NetworkPolicy that admits its own pods to each other, and to its port those that
 * are named. All resources have the component's name.
 */
public final class StatefulStore implements Component {

    private final ServiceAccount account;
    private final Service service;
    private final StatefulSet statefulSet;
    private final PodDisruptionBudget disruptionBudget;
    private final NetworkPolicy networkPolicy;

    private StatefulStore(String name, Image image, Port port, VolumeClaim claim, String path, Builder options) {
        Volume data = Volume.claimTemplate("data", claim);
        account = options.account(name);
        service = options.service(name, s -> s.headless().selector(NAME, name).port(port));
        statefulSet = StatefulSet.of(name, s -> {
            s.label(NAME, name)
                    .selector(NAME, name)
                    .service(service)
                    .replicas(options.replicas)
                    .serviceAccount(account)
                    .container(name, image, c -> {
                        c.ports(port).mount(data, path).readiness(Probe.tcpSocket(port));
                        options.container().accept(c);
                    });
            options.statefulSet.accept(s);
        });
        disruptionBudget = options.disruptionBudget(name, statefulSet);
        networkPolicy = options.networkPolicy(name, statefulSet, n -> {
            n.ingress(r -> r.from(statefulSet));
            if (options.isClosed()) {
                n.ingress(r -> {
                    r.port(port);
                    options.clients().accept(r);
                });
            }
        });
    }

    /**
     * Makes a store.
     *
     * @param name the name of all its resources: a DNS label that begins with a letter
     * @param image what its container runs
     * @param port what its container listens on
     * @param claim the disk that each pod has
     * @param path where the container sees the disk
     */
    @CheckReturnValue
    public static StatefulStore of(
            String name, Image image, Port port, VolumeClaim claim, String path, Consumer<Builder> options) {
        return new StatefulStore(name, image, port, claim, path, ComponentBuilder.configured(new Builder(), options));
    }

    @Override
    public List<Resource> resources() {
        return List.of(account, service, statefulSet, disruptionBudget, networkPolicy);
    }

    /** Who its pods are. */
    public ServiceAccount account() {
        return account;
    }

    /** What its clients connect to. */
    public Service service() {
        return service;
    }

    /** What runs its pods. */
    public StatefulSet statefulSet() {
        return statefulSet;
    }

    /** How many of its pods may be evicted. */
    public PodDisruptionBudget disruptionBudget() {
        return disruptionBudget;
    }

    /** Who may connect to its pods. */
    public NetworkPolicy networkPolicy() {
        return networkPolicy;
    }

    /** The options of a {@link StatefulStore}. Where {@code admits(...)} names nobody, only its own pods get in. */
    public static final class Builder extends ServerBuilder<Builder> {

        private Consumer<StatefulSet.Builder> statefulSet = s -> {};
        private int replicas = 1;

        private Builder() {}

        /** Sets how many pods there are; 1 by default. */
        public Builder replicas(int count) {
            if (isOpen()) {
                replicas = count;
            }
            return this;
        }

        /** Goes on with the options of the StatefulSet, after those that the component sets. */
        public Builder statefulSet(Consumer<StatefulSet.Builder> options) {
            statefulSet = with(statefulSet, options);
            return this;
        }
    }
}
