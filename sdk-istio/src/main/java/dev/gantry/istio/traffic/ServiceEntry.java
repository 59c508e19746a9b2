package dev.gantry.istio.traffic;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Destination;
import dev.gantry.Port;
import dev.gantry.Selectable;
import dev.gantry.Text;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.raw.ModelEdit;
import io.fabric8.istio.api.networking.v1.ServiceEntryBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A service that the mesh does not know by itself, such as one outside of the cluster.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/service-entry/">ServiceEntry</a>
 */
public final class ServiceEntry extends Resource implements Destination {

    private static final Kind KIND = Kind.namespaced(TrafficBuilder.GROUP + "/v1", "ServiceEntry");

    private final String host;
    private final Map<Port, Integer> ports;

    private ServiceEntry(Builder builder) {
        super(builder);
        this.host = builder.host;
        this.ports = Collections.unmodifiableMap(new LinkedHashMap<>(builder.ports));
    }

    /**
     * Makes a ServiceEntry. It needs a port.
     *
     * @param name a DNS subdomain
     * @param host what clients ask for: a DNS name, or with {@code *} for its first labels
     */
    @CheckReturnValue
    public static ServiceEntry of(String name, String host, Consumer<Builder> options) {
        return new ServiceEntry(configured(new Builder(name, host), options));
    }

    /** The first of its hosts. */
    @Override
    public Text host() {
        return Text.about(this, context -> host);
    }

    /** The number that clients connect to for a port, which the ServiceEntry must have. */
    @Override
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public Text port(Port port) {
        if (port == null) {
            return Text.about(this, context -> "0", List.of(Flaw.missing()));
        }
        Integer known = ports.get(port);
        int number = known == null ? port.number() : known;
        boolean lacking = known == null && Draft.of(this).edits().isEmpty();
        return Text.about(
                this,
                context -> Integer.toString(number),
                lacking
                        ? List.of(new Flaw(
                                ValueRule.PORT,
                                this + " has no port " + port + ".",
                                "Add it to the ServiceEntry with port(port, protocol)."))
                        : List.of());
    }

    /** Builds a {@link ServiceEntry}. */
    public static final class Builder extends ExportedBuilder<Builder> {

        private final String host;
        private final Map<Port, Integer> ports = new LinkedHashMap<>();

        private Builder(@Nullable String name, @Nullable String host) {
            super(KIND, name);
            this.host = host == null ? "" : host;
            spec().add("hosts", host, Syntax.HOST);
        }

        /** Adds to {@code spec.hosts}: other names of the service. */
        public Builder hosts(String... others) {
            spec().addAll("hosts", Syntax.HOST, others);
            return this;
        }

        /** Adds to {@code spec.addresses}: virtual addresses of the service, such as {@code 192.0.2.7} or {@code 192.0.2.0/24}. */
        public Builder addresses(String... addresses) {
            spec().addAll("addresses", Syntax.NOT_EMPTY, addresses);
            return this;
        }

        /** Adds to {@code spec.ports}: a port that clients connect to by the number that the service listens on. */
        public Builder port(Port port, IstioProtocol protocol) {
            write(port, port == null ? 0 : port.number(), protocol);
            return this;
        }

        /**
         * Adds to {@code spec.ports}: a port that clients connect to by another number.
         *
         * @param port what the service listens on: {@code targetPort}
         * @param number what clients connect to, 1 to 65535
         * @param protocol what is spoken there
         */
        public Builder port(Port port, int number, IstioProtocol protocol) {
            Fields entry = write(port, number, protocol);
            if (entry != null && port.number() != number) {
                entry.set("targetPort", port.number());
            }
            return this;
        }

        /** Sets {@code spec.location}; {@link ServiceEntryLocation#MESH_EXTERNAL} where it is not set. */
        public Builder location(ServiceEntryLocation location) {
            spec().set("location", location);
            return this;
        }

        /** Sets {@code spec.resolution}; {@link ServiceEntryResolution#NONE} where it is not set. */
        public Builder resolution(ServiceEntryResolution resolution) {
            spec().set("resolution", resolution);
            return this;
        }

        /** Adds to {@code spec.endpoints}: an address behind the service; an IP address, or a DNS name that is looked up. */
        public Builder endpoint(String address) {
            return endpoint(address, options -> {});
        }

        /** Adds to {@code spec.endpoints}: an address behind the service, with options. */
        public Builder endpoint(String address, Consumer<ServiceEntryEndpoint> options) {
            Fields endpoint = spec().append("endpoints");
            new WorkloadEntryFields(endpoint).address(address);
            endpoint.block(ServiceEntryEndpoint::new, options);
            return this;
        }

        /** Sets {@code spec.workloadSelector} to the selector of a workload of the same namespace: its pods are behind the service. */
        public Builder selects(Selectable workload) {
            WorkloadLabels.select(spec(), workload);
            return this;
        }

        /** Adds a label to {@code spec.workloadSelector.labels}, for WorkloadEntries or pods that the program does not make. */
        public Builder selector(String key, String value) {
            Entries.label(spec().object("workloadSelector").object("labels"), key, value);
            return this;
        }

        /** Adds to {@code spec.subjectAltNames}: whom the certificate of the service may be for. */
        public Builder subjectAltNames(String... names) {
            spec().addAll("subjectAltNames", Syntax.NOT_EMPTY, names);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<ServiceEntryBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.istio.api.networking.v1.ServiceEntry.class, ServiceEntryBuilder::new, edit));
        }

        private @Nullable Fields write(@Nullable Port port, int number, @Nullable IstioProtocol protocol) {
            if (!spec().given("ports", port) || port == null) {
                return null;
            }
            ports.put(port, number);
            Fields entry = spec().append("ports");
            PortNumber.write(entry, "number", number);
            entry.set("name", port.name());
            entry.flaws("name", port.flaws());
            entry.set("protocol", protocol);
            return entry;
        }
    }
}
