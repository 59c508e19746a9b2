package dev.gantry.monitoring;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Port;
import dev.gantry.Scrapeable;
import dev.gantry.config.SecretKey;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.References;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.raw.ModelEdit;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusBuilder;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A Prometheus that the operator runs: it scrapes what monitors say, and evaluates rules.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Prometheus">
 *     Prometheus</a>
 */
public final class Prometheus extends Resource {

    private static final Kind KIND = Kind.namespaced("monitoring.coreos.com/v1", "Prometheus");

    private Prometheus(Builder builder) {
        super(builder);
    }

    /**
     * Makes a Prometheus.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static Prometheus of(String name, Consumer<Builder> options) {
        return new Prometheus(configured(new Builder(name), options));
    }

    /** Builds a {@link Prometheus}. */
    public static final class Builder extends ScrapeLimitsBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /** Sets {@code shards}: how many servers share the targets, each with its replicas; 1 by default. */
        public Builder shards(int number) {
            spec().set("shards", number, 0, Integer.MAX_VALUE);
            return this;
        }

        /**
         * Sets {@code replicaExternalLabelName}: the external label that tells replicas apart; {@code prometheus_replica}
         * by default, and none if the name is empty.
         */
        public Builder replicaExternalLabelName(String label) {
            spec().set("replicaExternalLabelName", label);
            return this;
        }

        /**
         * Sets {@code prometheusExternalLabelName}: the external label with namespace and name; {@code prometheus} by
         * default, and none if the name is empty.
         */
        public Builder prometheusExternalLabelName(String label) {
            spec().set("prometheusExternalLabelName", label);
            return this;
        }

        /** Adds to {@code externalLabels}: a label of all that leaves this Prometheus. */
        public Builder externalLabel(String name, String value) {
            spec().object("externalLabels").set(name, value);
            return this;
        }

        /** Sets {@code scrapeInterval}, where a monitor says nothing; 30 seconds by default. */
        public Builder scrapeInterval(Duration interval) {
            Durations.setPositive(spec(), "scrapeInterval", interval);
            return this;
        }

        /** Sets {@code scrapeTimeout}, where a monitor says nothing; not longer than the interval. */
        public Builder scrapeTimeout(Duration timeout) {
            Durations.setPositive(spec(), "scrapeTimeout", timeout);
            return this;
        }

        /** Adds to {@code scrapeProtocols}: the forms of answers, the preferred one first. */
        public Builder scrapeProtocols(ScrapeProtocol... protocols) {
            spec().addAll("scrapeProtocols", protocols);
            return this;
        }

        /** Sets {@code evaluationInterval}, where a group of rules says nothing; 30 seconds by default. */
        public Builder evaluationInterval(Duration interval) {
            Durations.setPositive(spec(), "evaluationInterval", interval);
            return this;
        }

        /** Sets {@code ruleQueryOffset}: rules are evaluated as of some time ago; 0 by default. */
        public Builder ruleQueryOffset(Duration ago) {
            Durations.set(spec(), "ruleQueryOffset", ago);
            return this;
        }

        /** Sets {@code retention}: how long samples are kept; 24 hours by default, unless there is a size. */
        public Builder retention(Duration age) {
            Durations.setPositive(spec(), "retention", age);
            return this;
        }

        /** Sets {@code retentionSize}: how much is kept, such as {@code 50GB}; no limit where it is not set. */
        public Builder retentionSize(String size) {
            ByteSize.set(spec(), "retentionSize", size);
            return this;
        }

        /** Sets {@code disableCompaction}: whether blocks are left as they are; {@code false} by default. */
        public Builder disableCompaction(boolean disable) {
            spec().set("disableCompaction", disable);
            return this;
        }

        /** Sets {@code walCompression}: whether the log is compressed; {@code true} by default. */
        public Builder walCompression(boolean compress) {
            spec().set("walCompression", compress);
            return this;
        }

        /** Sets {@code tsdb.outOfOrderTimeWindow}: how late a sample may come; 0 by default. */
        public Builder outOfOrderTimeWindow(Duration window) {
            Durations.set(spec().object("tsdb"), "outOfOrderTimeWindow", window);
            return this;
        }

        /** Sets {@code exemplars.maxSize}: how many exemplars are kept; none where it is not set. */
        public Builder exemplars(long most) {
            spec().object("exemplars").set("maxSize", most, 0, Long.MAX_VALUE);
            return this;
        }

        /** Sets {@code query}: what queries may cost. */
        public Builder query(Consumer<QuerySpec> options) {
            spec().object("query").block(QuerySpec::new, options);
            return this;
        }

        /** Adds to {@code podTargetLabels}: labels of pods that every series of a monitor gets. */
        public Builder podTargetLabels(String... labels) {
            spec().addAll("podTargetLabels", Syntax.LABEL_KEY, labels);
            return this;
        }

        /** Sets {@code enableAdminAPI}: whether samples can be deleted over HTTP; {@code false} by default. */
        public Builder enableAdminApi(boolean enable) {
            spec().set("enableAdminAPI", enable);
            return this;
        }

        /** Sets {@code enableRemoteWriteReceiver}: whether others may write to it; {@code false} by default. */
        public Builder enableRemoteWriteReceiver(boolean enable) {
            spec().set("enableRemoteWriteReceiver", enable);
            return this;
        }

        /** Sets {@code enableOTLPReceiver}: whether it takes what OpenTelemetry sends; {@code false} by default. */
        public Builder enableOtlpReceiver(boolean enable) {
            spec().set("enableOTLPReceiver", enable);
            return this;
        }

        /** Sets {@code scrapeClassicHistograms}: whether classic histograms are stored beside native ones. */
        public Builder scrapeClassicHistograms(boolean scrape) {
            spec().set("scrapeClassicHistograms", scrape);
            return this;
        }

        /** Sets {@code scrapeNativeHistograms}: whether native histograms are stored; from Prometheus 3.8 on. */
        public Builder scrapeNativeHistograms(boolean scrape) {
            spec().set("scrapeNativeHistograms", scrape);
            return this;
        }

        /** Sets {@code convertClassicHistogramsToNHCB}: whether classic histograms are stored as native ones. */
        public Builder convertClassicHistogramsToNhcb(boolean convert) {
            spec().set("convertClassicHistogramsToNHCB", convert);
            return this;
        }

        /** Sets {@code hostNetwork}: whether the pods have the network of their node; {@code false} by default. */
        public Builder hostNetwork(boolean share) {
            spec().set("hostNetwork", share);
            return this;
        }

        /**
         * Adds to {@code alerting.alertmanagers}: alerts go to an Alertmanager of the program, through the Service that the
         * operator makes for it.
         */
        public Builder alertmanager(Alertmanager alertmanager) {
            Fields endpoints = spec().object("alerting").append("alertmanagers");
            if (endpoints.given("name", alertmanager)) {
                References.namespace(endpoints, alertmanager);
                endpoints.set("name", alertmanager.serviceName());
                endpoints.mention("name", alertmanager);
                endpoints.set("port", alertmanager.portName());
            }
            return this;
        }

        /**
         * Adds to {@code alerting.alertmanagers}: alerts go to the pods behind a Service.
         *
         * @param port what the containers behind the Service listen on
         */
        public Builder alertmanager(Scrapeable service, Port port, Consumer<AlertmanagerEndpoints> options) {
            Fields endpoints = spec().object("alerting").append("alertmanagers");
            if (endpoints.given("name", service)) {
                References.namespace(endpoints, service.resource());
                endpoints.set("name", service.resource().name());
                endpoints.mention("name", service.resource());
                endpoints.set("port", service.portName(port));
            }
            endpoints.block(AlertmanagerEndpoints::new, options);
            return this;
        }

        /** Adds to {@code remoteWrite}: another system that gets all samples. */
        public Builder remoteWrite(String url, Consumer<RemoteWrite> options) {
            Fields write = spec().append("remoteWrite");
            write.set("url", url, Syntax.NOT_EMPTY);
            write.block(RemoteWrite::new, options);
            return this;
        }

        /** Adds to {@code remoteRead}: another system that is asked for samples. */
        public Builder remoteRead(String url, Consumer<RemoteRead> options) {
            Fields read = spec().append("remoteRead");
            read.set("url", url, Syntax.NOT_EMPTY);
            read.block(RemoteRead::new, options);
            return this;
        }

        /** Sets {@code thanos}: runs a sidecar that uploads what is stored. */
        public Builder thanos(Consumer<Thanos> options) {
            spec().object("thanos").block(Thanos::new, options);
            return this;
        }

        /** Sets {@code additionalScrapeConfigs}: a key with a list in Prometheus' own form; {@link ScrapeConfig} is safer. */
        public Builder additionalScrapeConfigs(SecretKey key) {
            Keys.secret(spec(), "additionalScrapeConfigs", key);
            return this;
        }

        /** Sets {@code additionalAlertRelabelConfigs}: a key with a list in Prometheus' own form. */
        public Builder additionalAlertRelabelConfigs(SecretKey key) {
            Keys.secret(spec(), "additionalAlertRelabelConfigs", key);
            return this;
        }

        /** Sets {@code additionalAlertManagerConfigs}: a key with a list in Prometheus' own form. */
        public Builder additionalAlertManagerConfigs(SecretKey key) {
            Keys.secret(spec(), "additionalAlertManagerConfigs", key);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<PrometheusBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.openshift.api.model.monitoring.v1.Prometheus.class, PrometheusBuilder::new, edit));
        }
    }
}
