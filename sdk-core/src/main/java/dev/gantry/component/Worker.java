package dev.gantry.component;

import static dev.gantry.component.ComponentBuilder.NAME;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Component;
import dev.gantry.Image;
import dev.gantry.access.ServiceAccount;
import dev.gantry.extension.Resource;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.PolicyType;
import dev.gantry.workload.Deployment;
import java.util.List;
import java.util.function.Consumer;

/**
 * A program that fetches its work itself, such as from a queue: a Deployment with an identity of its own, which nobody can
 * connect to. All resources have the component's name.
 */
public final class Worker implements Component {

    private final ServiceAccount account;
    private final Deployment deployment;
    private final NetworkPolicy networkPolicy;

    private Worker(String name, Image image, Builder options) {
        account = options.account(name);
        deployment = Deployment.of(name, d -> {
            d.label(NAME, name)
                    .selector(NAME, name)
                    .serviceAccount(account)
                    .replicas(options.replicas)
                    .container(name, image, options.container());
            options.deployment.accept(d);
        });
        networkPolicy = options.networkPolicy(name, deployment, n -> n.policyTypes(PolicyType.INGRESS));
    }

    /**
     * Makes a worker.
     *
     * @param name the name of all its resources: a DNS label
     * @param image what its container runs
     */
    @CheckReturnValue
    public static Worker of(String name, Image image, Consumer<Builder> options) {
        return new Worker(name, image, ComponentBuilder.configured(new Builder(), options));
    }

    @Override
    public List<Resource> resources() {
        return List.of(account, deployment, networkPolicy);
    }

    /** Who its pods are. */
    public ServiceAccount account() {
        return account;
    }

    /** What runs its pods. */
    public Deployment deployment() {
        return deployment;
    }

    /** Who may connect to its pods: nobody, unless {@code networkPolicy(...)} says otherwise. */
    public NetworkPolicy networkPolicy() {
        return networkPolicy;
    }

    /** The options of a {@link Worker}. */
    public static final class Builder extends ComponentBuilder<Builder> {

        private Consumer<Deployment.Builder> deployment = d -> {};
        private int replicas = 1;

        private Builder() {}

        /** Sets how many pods work side by side; 1 by default. */
        public Builder replicas(int count) {
            if (isOpen()) {
                replicas = count;
            }
            return this;
        }

        /** Goes on with the options of the Deployment, after those that the component sets. */
        public Builder deployment(Consumer<Deployment.Builder> options) {
            deployment = with(deployment, options);
            return this;
        }
    }
}
