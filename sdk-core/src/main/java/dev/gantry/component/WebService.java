package dev.gantry.component;

import static dev.gantry.component.ComponentBuilder.NAME;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Component;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.access.ServiceAccount;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.extension.Resource;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.PodDisruptionBudget;
import dev.gantry.workload.Probe;
import java.util.List;
import java.util.function.Consumer;

/**
 * A service that answers HTTP requests: a Deployment that follows its load, a Service before it, an identity of its own that
 * may do nothing at the API server, and a NetworkPolicy that admits its port only. All of them have the component's name.
 */
public final class WebService implements Component {

    private final ServiceAccount account;
    private final Deployment deployment;
    private final Service service;
    private final HorizontalPodAutoscaler autoscaler;
    private final PodDisruptionBudget disruptionBudget;
    private final NetworkPolicy networkPolicy;

    private WebService(String name, Image image, Port port, Builder options) {
        account = options.account(name);
        deployment = Deployment.of(name, d -> {
            d.label(NAME, name).selector(NAME, name).serviceAccount(account).container(name, image, c -> {
                c.ports(port)
                        .readiness(Probe.httpGet(options.readyPath, port))
                        .liveness(Probe.httpGet(options.livePath, port));
                options.container().accept(c);
            });
            options.deployment.accept(d);
        });
        service = options.service(name, s -> s.selects(deployment).port(port, options.servicePort));
        autoscaler = HorizontalPodAutoscaler.of(name, deployment, h -> {
            h.label(NAME, name)
                    .replicas(options.leastReplicas, options.mostReplicas)
                    .cpuUtilization(options.cpuUtilization);
            options.autoscaler.accept(h);
        });
        disruptionBudget = options.disruptionBudget(name, deployment);
        networkPolicy = options.networkPolicy(
                name,
                deployment,
                n -> n.ingress(r -> {
                    r.port(port);
                    options.clients().accept(r);
                }));
    }

    /**
     * Makes a web service.
     *
     * @param name the name of all its resources: a DNS label that begins with a letter
     * @param image what its container runs
     * @param port what its container listens on
     */
    @CheckReturnValue
    public static WebService of(String name, Image image, Port port, Consumer<Builder> options) {
        return new WebService(name, image, port, ComponentBuilder.configured(new Builder(), options));
    }

    @Override
    public List<Resource> resources() {
        return List.of(account, deployment, service, autoscaler, disruptionBudget, networkPolicy);
    }

    /** Who its pods are. */
    public ServiceAccount account() {
        return account;
    }

    /** What runs its pods. */
    public Deployment deployment() {
        return deployment;
    }

    /** What its clients connect to. */
    public Service service() {
        return service;
    }

    /** What follows its load. */
    public HorizontalPodAutoscaler autoscaler() {
        return autoscaler;
    }

    /** How many of its pods may be evicted. */
    public PodDisruptionBudget disruptionBudget() {
        return disruptionBudget;
    }

    /** Who may connect to its pods. */
    public NetworkPolicy networkPolicy() {
        return networkPolicy;
    }

    /** The options of a {@link WebService}. Where {@code admits(...)} names nobody, everybody gets in. */
    public static final class Builder extends ServerBuilder<Builder> {

        private Consumer<Deployment.Builder> deployment = d -> {};
        private Consumer<HorizontalPodAutoscaler.Builder> autoscaler = h -> {};
        private String readyPath = "/health/ready";
        private String livePath = "/health/live";
        private int servicePort = 80;
        private int leastReplicas = 2;
        private int mostReplicas = 10;
        private int cpuUtilization = 70;

        private Builder() {}

        /**
         * Sets where the probes ask; {@code /health/ready} and {@code /health/live} by default.
         *
         * @param ready answers with a status from 200 to 399 when the service can take requests
         * @param live answers with another status only when a restart would help
         */
        public Builder probes(String ready, String live) {
            if (isOpen()) {
                readyPath = ready;
                livePath = live;
            }
            return this;
        }

        /** Sets the number that clients of the Service connect to; 80 by default. */
        public Builder servicePort(int number) {
            if (isOpen()) {
                servicePort = number;
            }
            return this;
        }

        /**
         * Sets how many pods there may be; 2 to 10 by default.
         *
         * @param least 1 or more; with 1, a drained node interrupts the service
         * @param most not less than {@code least}
         */
        public Builder replicas(int least, int most) {
            if (isOpen()) {
                leastReplicas = least;
                mostReplicas = most;
            }
            return this;
        }

        /** Sets the CPU that the autoscaler aims at, in percent of what the container requests; 70 by default. */
        public Builder cpuUtilization(int percent) {
            if (isOpen()) {
                cpuUtilization = percent;
            }
            return this;
        }

        /** Goes on with the options of the Deployment, after those that the component sets. */
        public Builder deployment(Consumer<Deployment.Builder> options) {
            deployment = with(deployment, options);
            return this;
        }

        /** Goes on with the options of the autoscaler, after those that the component sets. */
        public Builder autoscaler(Consumer<HorizontalPodAutoscaler.Builder> options) {
            autoscaler = with(autoscaler, options);
            return this;
        }
    }
}
