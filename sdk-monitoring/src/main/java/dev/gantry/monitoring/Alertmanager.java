package dev.gantry.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.LabelSelector;
import dev.gantry.config.Secret;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.References;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.raw.ModelEdit;
import io.fabric8.openshift.api.model.monitoring.v1.AlertmanagerBuilder;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An Alertmanager that the operator runs: it tells people of alerts.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Alertmanager">
 *     Alertmanager</a>
 */
public final class Alertmanager extends Resource {

    private static final Kind KIND = Kind.namespaced("monitoring.coreos.com/v1", "Alertmanager");

    private final String serviceName;
    private final String portName;

    private Alertmanager(Builder builder) {
        super(builder);
        this.serviceName = builder.text("serviceName", "alertmanager-operated");
        this.portName = builder.text("portName", "web");
    }

    /**
     * Makes an Alertmanager.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static Alertmanager of(String name, Consumer<Builder> options) {
        return new Alertmanager(configured(new Builder(name), options));
    }

    /** Names an Alertmanager that exists outside the program, in the namespace of whoever names it. */
    @CheckReturnValue
    public static Alertmanager existing(String name) {
        return new Alertmanager(external(new Builder(name)));
    }

    /** Names the Alertmanager of this name that exists outside the program, in that namespace. */
    @CheckReturnValue
    public Alertmanager in(String namespace) {
        return new Alertmanager(external(new Builder(name()), namespace));
    }

    /** The Service that leads to its pods. */
    String serviceName() {
        return serviceName;
    }

    /** The name of that Service's port. */
    String portName() {
        return portName;
    }

    /** Builds an {@link Alertmanager}. */
    public static final class Builder extends OperatedServerBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /** Sets {@code retention}: how long notifications and silences are remembered; 120 hours by default. */
        public Builder retention(Duration age) {
            Durations.setGo(spec(), "retention", age);
            return this;
        }

        /**
         * Sets {@code configSecret}: the Secret with {@code alertmanager.yaml}; {@code alertmanager-} and the name of the
         * Alertmanager where it is not set.
         */
        public Builder configSecret(Secret secret) {
            References.name(spec(), "configSecret", secret);
            return this;
        }

        /**
         * Sets {@code alertmanagerConfiguration.name}: the AlertmanagerConfig of the same namespace that is the global one.
         */
        public Builder alertmanagerConfiguration(String name) {
            spec().object("alertmanagerConfiguration").set("name", name, Syntax.DNS_SUBDOMAIN);
            return this;
        }

        /** Sets {@code alertmanagerConfigSelector}: which AlertmanagerConfigs it takes; none where it is not set. */
        public Builder alertmanagerConfigSelector(LabelSelector labels) {
            spec().set("alertmanagerConfigSelector", labels);
            return this;
        }

        /**
         * Sets {@code alertmanagerConfigNamespaceSelector}: in which namespaces it looks for AlertmanagerConfigs; only in
         * its own where it is not set.
         */
        public Builder alertmanagerConfigNamespaceSelector(LabelSelector namespaces) {
            spec().set("alertmanagerConfigNamespaceSelector", namespaces);
            return this;
        }

        /** Sets {@code alertmanagerConfigMatcherStrategy.type}; by namespace where it is not set. */
        public Builder alertmanagerConfigMatcherStrategy(AlertmanagerMatcherStrategy strategy) {
            spec().object("alertmanagerConfigMatcherStrategy").set("type", strategy);
            return this;
        }

        /** Adds to {@code additionalPeers}: other Alertmanagers of the cluster, each as host and port. */
        public Builder additionalPeers(String... addresses) {
            spec().addAll("additionalPeers", Syntax.NOT_EMPTY, addresses);
            return this;
        }

        /** Sets {@code clusterAdvertiseAddress}: what others are told; the pod's address where it is not set. */
        public Builder clusterAdvertiseAddress(String address) {
            spec().set("clusterAdvertiseAddress", address, Syntax.NOT_EMPTY);
            return this;
        }

        /** Sets {@code clusterLabel}: peers with another one are turned away. */
        public Builder clusterLabel(String label) {
            spec().set("clusterLabel", label, Syntax.NOT_EMPTY);
            return this;
        }

        /** Sets {@code clusterGossipInterval}: how often news is spread. */
        public Builder clusterGossipInterval(Duration interval) {
            Durations.setGo(spec(), "clusterGossipInterval", interval);
            return this;
        }

        /** Sets {@code clusterPushpullInterval}: how often two peers compare all that they know. */
        public Builder clusterPushpullInterval(Duration interval) {
            Durations.setGo(spec(), "clusterPushpullInterval", interval);
            return this;
        }

        /** Sets {@code clusterPeerTimeout}: how long a peer waits for those before it. */
        public Builder clusterPeerTimeout(Duration timeout) {
            Durations.setGo(spec(), "clusterPeerTimeout", timeout);
            return this;
        }

        /** Sets {@code forceEnableClusterMode}: whether a single replica is a cluster too; {@code false} by default. */
        public Builder forceEnableClusterMode(boolean enable) {
            spec().set("forceEnableClusterMode", enable);
            return this;
        }

        /**
         * Sets {@code limits}: how many silences there may be, and how long each.
         *
         * @param silences 0 for no limit
         * @param bytes such as {@code 16KB}
         */
        public Builder silenceLimits(int silences, String bytes) {
            Fields limits = spec().object("limits");
            limits.set("maxSilences", silences, 0, Integer.MAX_VALUE);
            ByteSize.set(limits, "maxPerSilenceBytes", bytes);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<AlertmanagerBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.openshift.api.model.monitoring.v1.Alertmanager.class, AlertmanagerBuilder::new, edit));
        }

        private String text(String field, String otherwise) {
            JsonNode spec = root().get("spec");
            return spec == null ? otherwise : spec.path(field).asText(otherwise);
        }
    }
}
