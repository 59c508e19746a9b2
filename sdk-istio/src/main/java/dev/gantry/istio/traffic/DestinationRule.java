package dev.gantry.istio.traffic;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Destination;
import dev.gantry.Selectable;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.network.Service;
import dev.gantry.raw.ModelEdit;
import io.fabric8.istio.api.networking.v1.DestinationRuleBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the connections to a host once a route has led to it, and which subsets of its pods there are.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/destination-rule/">DestinationRule</a>
 */
public final class DestinationRule extends Resource {

    private static final Kind KIND = Kind.namespaced(TrafficBuilder.GROUP + "/v1", "DestinationRule");

    private final @Nullable Destination host;
    private final String hostName;
    private final Map<Resource, String> subsets;

    private DestinationRule(Builder builder) {
        super(builder);
        this.host = builder.host;
        this.hostName = builder.hostName;
        this.subsets = Collections.unmodifiableMap(new LinkedHashMap<>(builder.subsets));
    }

    /**
     * Makes a DestinationRule for a Service or a ServiceEntry.
     *
     * @param name a DNS subdomain
     * @param host a Service of the same namespace is written by its name, one of another by its full DNS name
     */
    @CheckReturnValue
    public static DestinationRule of(String name, Destination host, Consumer<Builder> options) {
        return new DestinationRule(configured(new Builder(name, host), options));
    }

    /**
     * Makes a DestinationRule for hosts that the program does not make.
     *
     * @param name a DNS subdomain
     * @param host a full DNS name, or with {@code *} for its first labels
     */
    @CheckReturnValue
    public static DestinationRule forHost(String name, String host, Consumer<Builder> options) {
        return new DestinationRule(configured(new Builder(name, host), options));
    }

    /**
     * The pods of a workload, as the target of a route: the subset that was made for it. That there is none is a finding where
     * the route is written.
     */
    @CheckReturnValue
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public RouteDestination subset(Selectable workload) {
        String name = workload == null ? null : subsets.get(workload.resource());
        if (name != null) {
            return subset(name);
        }
        return whole().with(destination -> {
            if (destination.given("subset", workload)) {
                destination.mention("subset", this);
                destination.flaw(
                        "subset",
                        ValueRule.CONFLICT,
                        this + " has no subset for " + workload.resource() + ".",
                        "Add it with subset(name, workload), or pass a workload that has one.");
            }
        });
    }

    /** A subset of this rule by its name, as the target of a route. */
    @CheckReturnValue
    public RouteDestination subset(String name) {
        return whole().subset(name).with(destination -> destination.mention("subset", this));
    }

    private RouteDestination whole() {
        return host == null ? RouteDestination.host(hostName) : RouteDestination.of(host);
    }

    /** Builds a {@link DestinationRule}. */
    public static final class Builder extends ExportedBuilder<Builder> {

        private final @Nullable Destination host;
        private final String hostName;
        private final Map<Resource, String> subsets = new LinkedHashMap<>();

        private Builder(@Nullable String name, @Nullable Destination host) {
            super(KIND, name);
            this.host = host;
            this.hostName = "";
            HostName.write(spec(), "host", host);
        }

        private Builder(@Nullable String name, @Nullable String host) {
            super(KIND, name);
            this.host = null;
            this.hostName = host == null ? "" : host;
            spec().set("host", host, Syntax.HOST);
        }

        /**
         * Adds to {@code spec.subsets}: the pods of a workload. Its labels are those of the workload's selector that the selector
         * of the Service does not ask for already, or all of them if it asks for all.
         *
         * @param name a DNS label
         * @param workload whose pods are behind the host
         */
        public Builder subset(String name, Selectable workload) {
            return subset(name, workload, options -> {});
        }

        /**
         * Adds to {@code spec.subsets}: the pods of a workload, with options.
         *
         * @param name a DNS label
         * @param workload whose pods are behind the host
         */
        public Builder subset(String name, Selectable workload, Consumer<Subset> options) {
            Fields subset = named(name);
            if (subset.given("labels", workload)) {
                Entries.podLabels(subset.object("labels"), distinguishing(workload), workload.resource());
                subset.mention("labels", workload.resource());
                if (name != null) {
                    subsets.put(workload.resource(), name);
                }
            }
            subset.block(fields -> new Subset(fields, host), options);
            return this;
        }

        /**
         * Adds to {@code spec.subsets}: pods that the program does not make, by their labels.
         *
         * @param name a DNS label
         */
        public Builder subset(String name, Consumer<Subset> options) {
            named(name).block(fields -> new Subset(fields, host), options);
            return this;
        }

        /** Sets {@code spec.trafficPolicy}: what holds for connections to all pods of the host. */
        public Builder trafficPolicy(Consumer<IstioTrafficPolicy> policy) {
            spec().object("trafficPolicy").block(fields -> new IstioTrafficPolicy(fields, host), policy);
            return this;
        }

        /**
         * Sets {@code spec.workloadSelector} to what the selector of a workload asks for: the rule holds only for what its pods
         * send.
         *
         * @param client a workload of the same namespace
         */
        public Builder selects(Selectable client) {
            if (spec().given("workloadSelector", client)) {
                Fields labels = spec().replace("workloadSelector").object("matchLabels");
                Entries.podLabels(labels, client.selector(), client.resource());
                spec().refer("workloadSelector", client.resource());
            }
            return this;
        }

        /** Adds a label to {@code spec.workloadSelector.matchLabels}, for clients that the program does not make. */
        public Builder selector(String key, String value) {
            Entries.label(spec().object("workloadSelector").object("matchLabels"), key, value);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<DestinationRuleBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.istio.api.networking.v1.DestinationRule.class, DestinationRuleBuilder::new, edit));
        }

        private Fields named(@Nullable String name) {
            Fields subset = spec().append("subsets");
            subset.set("name", name, Syntax.DNS_LABEL);
            return subset;
        }

        private SortedMap<String, String> distinguishing(Selectable workload) {
            SortedMap<String, String> labels = new TreeMap<>(workload.selector());
            if (host instanceof Service service) {
                labels.entrySet().removeAll(service.selector().entrySet());
            }
            return labels.isEmpty() ? workload.selector() : labels;
        }
    }
}
