package dev.gantry.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Destination;
import dev.gantry.Port;
import dev.gantry.Scrapeable;
import dev.gantry.Selectable;
import dev.gantry.Text;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.raw.ModelEdit;
import dev.gantry.raw.RawObjects;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A stable name and address for a set of pods.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/">Service</a>
 */
public final class Service extends Resource implements Destination, Scrapeable {

    private static final Kind KIND = Kind.namespaced("v1", "Service").named(Syntax.DNS_1035_LABEL);

    private final PublishedPorts ports;
    private final SortedMap<String, String> selector;
    private final SortedMap<String, String> labels;

    private Service(Builder builder) {
        super(builder);
        this.ports = isView()
                ? PublishedPorts.written(Draft.of(this).copyTree().path("spec").path("ports"))
                : builder.ports.copy();
        this.selector = entries("spec", "selector");
        this.labels = entries("metadata", "labels");
    }

    /**
     * Makes a Service.
     *
     * @param name at most 63 characters of {@code a-z}, {@code 0-9} and {@code -}, beginning with a letter
     */
    @CheckReturnValue
    public static Service of(String name, Consumer<Builder> options) {
        return new Service(configured(new Builder(name), options));
    }

    /**
     * Names a Service that exists outside the program, in the namespace of whoever names it. Its ports are taken to have
     * the numbers of the {@link Port} values that are passed, such as {@code Port.http(80)}.
     */
    @CheckReturnValue
    public static Service existing(String name) {
        return new Service(external(new Builder(name)));
    }

    /**
     * Names the Service of this name among objects of files, so that it can be referred to as if the program had made it. One that
     * is not there is a finding.
     *
     * @param objects such as {@code Raw.directory("manifests")}; they are added to a stack
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @CheckReturnValue
    public static Service from(RawObjects objects, String name) {
        return new Service(view(new Builder(name), RawObjects.named(objects, KIND, name)));
    }

    /** Names the Service of this name that exists outside the program, in that namespace. */
    @CheckReturnValue
    public Service in(String namespace) {
        return new Service(external(new Builder(name()), namespace));
    }

    @Override
    public Text host() {
        return Text.about(this, context -> {
            String namespace = context.namespace(this);
            return name() + (namespace == null ? "" : "." + namespace + ".svc." + context.clusterDomain());
        });
    }

    /**
     * The number that clients connect to for a port. A Service of the program must have the port; of one that exists
     * outside, or whose tree is edited, the number is taken to be the port's own.
     */
    @Override
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public Text port(Port port) {
        if (port == null) {
            return Text.about(this, context -> "", List.of(Flaw.missing()));
        }
        int number = number(port);
        return Text.about(this, context -> Integer.toString(number), flaws(port));
    }

    /** The number that clients connect to for a port; the port's own, if it is not known. */
    int number(Port port) {
        return ports.number(port);
    }

    /** That the Service has not this port; empty if it has, or if that is not known. */
    List<Flaw> flaws(Port port) {
        boolean lacking =
                !ports.has(port) && !isExternal() && Draft.of(this).edits().isEmpty();
        return lacking ? List.of(MissingPort.of(this, port)) : List.of();
    }

    /** The name that it gives to a port: the port's own, unless it has another for it; see {@link #port(Port)}. */
    @Override
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public Text portName(Port port) {
        if (port == null) {
            return Text.about(this, context -> "", List.of(Flaw.missing()));
        }
        String name = ports.name(port);
        return Text.about(this, context -> name, flaws(port));
    }

    @Override
    public SortedMap<String, String> labels() {
        return labels;
    }

    /** The ports of containers that this Service leads to, each with the number that clients connect to. */
    public Map<Port, Integer> ports() {
        return ports.numbers();
    }

    /** The labels that its pods are selected by; sorted and unmodifiable, and empty if they are not known. */
    public SortedMap<String, String> selector() {
        return selector;
    }

    /** Builds a {@link Service}. */
    public static final class Builder extends NamespacedBuilder<Builder> {

        private final PublishedPorts ports = PublishedPorts.none();

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /**
         * Sets {@code spec.selector} to the labels that the selectors of these workloads have in common. A selector that
         * comes out empty, or that selects a workload which is not named here, is a finding.
         *
         * @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service">Defining a
         *     Service</a>
         */
        public Builder selects(Selectable first, Selectable... others) {
            if (!spec().given("selector", first) || !spec().given("selector", others)) {
                return this;
            }
            SortedMap<String, String> common = new TreeMap<>(first.selector());
            spec().refer("selector", first.resource());
            for (Selectable other : others) {
                if (spec().given("selector", other)) {
                    spec().refer("selector", other.resource());
                    common.entrySet().retainAll(other.selector().entrySet());
                }
            }
            Fields selector = spec().replace("selector");
            common.forEach(selector::set);
            return this;
        }

        /** Adds a label to {@code spec.selector}, for pods that the program does not make. */
        public Builder selector(String key, String value) {
            Entries.label(spec().object("selector"), key, value);
            return this;
        }

        /** Adds a port that clients connect to by the number that the container listens on. */
        public Builder port(Port port) {
            return spec().given("ports", port) ? port(port, port.number()) : this;
        }

        /**
         * Adds a port.
         *
         * @param port what a container listens on
         * @param number what clients connect to, 1 to 65535
         */
        public Builder port(Port port, int number) {
            return port(port, number, options -> {});
        }

        /**
         * Adds a port with options.
         *
         * @param port what a container listens on
         * @param number what clients connect to, 1 to 65535
         * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/#ServiceSpec">
         *     spec.ports</a>
         */
        public Builder port(Port port, int number, Consumer<ServicePort> options) {
            if (!spec().given("ports", port)) {
                return this;
            }
            Fields entry = spec().append("ports");
            entry.set("name", port.name());
            entry.flaws("name", port.flaws());
            entry.set("port", number, 1, 65_535);
            entry.port("targetPort", port.name(), port.number());
            entry.set("protocol", port.protocol());
            entry.block(ServicePort::new, options);
            JsonNode name = entry.get("name");
            ports.add(port, number, name == null ? "" : name.asText());
            return this;
        }

        /** Sets {@code spec.type}; a cluster uses {@link ServiceType#CLUSTER_IP} where it is not set. */
        public Builder type(ServiceType type) {
            spec().set("type", type);
            return this;
        }

        /** Sets {@code spec.clusterIP} to {@code None}: DNS answers with the addresses of the pods themselves. */
        public Builder headless() {
            spec().set("clusterIP", "None");
            return this;
        }

        /**
         * Makes the Service an alias of a DNS name: sets {@code spec.type} to {@code ExternalName}, and
         * {@code spec.externalName}.
         */
        public Builder externalName(String host) {
            spec().set("type", ServiceType.EXTERNAL_NAME);
            spec().set("externalName", host, Syntax.DNS_NAME);
            return this;
        }

        /** Sets {@code spec.publishNotReadyAddresses}: pods that are not ready are found too. */
        public Builder publishNotReadyAddresses(boolean publish) {
            spec().set("publishNotReadyAddresses", publish);
            return this;
        }

        /**
         * Sends a client to the same pod again: sets {@code spec.sessionAffinity} to {@code ClientIP}.
         *
         * @param timeout for how long, in whole seconds, up to one day
         */
        public Builder clientIpAffinity(Duration timeout) {
            spec().set("sessionAffinity", "ClientIP");
            spec().object("sessionAffinityConfig").object("clientIP").seconds("timeoutSeconds", timeout, 1, 86_400);
            return this;
        }

        /**
         * Sets {@code spec.clusterIP} and {@code spec.clusterIPs}: the addresses, which are chosen by Kubernetes where they
         * are not set.
         *
         * @param addresses one, or one of each IP family, the first of them the main one
         */
        public Builder clusterIps(String... addresses) {
            spec().addAll("clusterIPs", Syntax.IP_ADDRESS, addresses);
            if (addresses != null && addresses.length > 0 && !spec().has("clusterIP")) {
                spec().set("clusterIP", addresses[0]);
            }
            return this;
        }

        /**
         * Adds to {@code spec.ipFamilies}: which IP families the Service has, the main one first. The cluster's main family
         * where it is not set.
         *
         * @see <a href="https://kubernetes.io/docs/concepts/services-networking/dual-stack/#services">Dual-stack
         *     Services</a>
         */
        public Builder ipFamilies(IpFamily... families) {
            spec().addAll("ipFamilies", families);
            return this;
        }

        /** Sets {@code spec.ipFamilyPolicy}; {@link IpFamilyPolicy#SINGLE_STACK} where it is not set. */
        public Builder ipFamilyPolicy(IpFamilyPolicy policy) {
            spec().set("ipFamilyPolicy", policy);
            return this;
        }

        /**
         * Sets {@code spec.externalTrafficPolicy}: which endpoints take traffic from outside the cluster;
         * {@link TrafficPolicy#CLUSTER} where it is not set. {@link TrafficPolicy#LOCAL} keeps the client's address.
         */
        public Builder externalTrafficPolicy(TrafficPolicy policy) {
            spec().set("externalTrafficPolicy", policy);
            return this;
        }

        /**
         * Sets {@code spec.internalTrafficPolicy}: which endpoints take traffic from pods; {@link TrafficPolicy#CLUSTER}
         * where it is not set.
         */
        public Builder internalTrafficPolicy(TrafficPolicy policy) {
            spec().set("internalTrafficPolicy", policy);
            return this;
        }

        /**
         * Sets {@code spec.trafficDistribution}: which endpoints are preferred; none where it is not set.
         *
         * @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/#traffic-distribution">Traffic
         *     distribution</a>
         */
        public Builder trafficDistribution(TrafficDistribution distribution) {
            spec().set("trafficDistribution", distribution);
            return this;
        }

        /**
         * Sets {@code spec.loadBalancerClass}: who provides the load balancer; the cloud's default where it is not set. It
         * cannot be changed later.
         *
         * @param name such as {@code example.com/internal}
         */
        public Builder loadBalancerClass(String name) {
            spec().set("loadBalancerClass", name, Syntax.LABEL_KEY);
            return this;
        }

        /**
         * Adds to {@code spec.loadBalancerSourceRanges}: from where the load balancer takes traffic; from everywhere where
         * it is not set.
         *
         * @param ranges in CIDR notation, such as {@code 192.0.2.0/24}
         */
        public Builder loadBalancerSourceRanges(String... ranges) {
            spec().addAll("loadBalancerSourceRanges", Syntax.CIDR, ranges);
            return this;
        }

        /**
         * Sets {@code spec.allocateLoadBalancerNodePorts}: whether a load balancer's Service gets ports of the nodes too;
         * {@code true} by default.
         */
        public Builder allocateLoadBalancerNodePorts(boolean allocate) {
            spec().set("allocateLoadBalancerNodePorts", allocate);
            return this;
        }

        /**
         * Sets {@code spec.healthCheckNodePort}: where a load balancer asks whether a node has endpoints, for
         * {@code externalTrafficPolicy: Local}; chosen by Kubernetes where it is not set.
         *
         * @param number 30000 to 32767 unless the cluster is set up otherwise
         */
        public Builder healthCheckNodePort(int number) {
            spec().set("healthCheckNodePort", number, 1, 65_535);
            return this;
        }

        /**
         * Adds to {@code spec.externalIPs}: addresses that lead to a node in a way which Kubernetes knows nothing of.
         *
         * @param addresses IP addresses
         */
        public Builder externalIps(String... addresses) {
            spec().addAll("externalIPs", Syntax.IP_ADDRESS, addresses);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<ServiceBuilder> edit) {
            return edit(ModelEdit.of(io.fabric8.kubernetes.api.model.Service.class, ServiceBuilder::new, edit));
        }
    }
}
