package dev.gantry.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Text;
import dev.gantry.check.ScrapeTargets;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.monitoring.promql.LabelMatcher;
import dev.gantry.raw.ModelEdit;
import io.fabric8.openshift.api.model.monitoring.v1alpha1.ScrapeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tells Prometheus to scrape what does not run in the cluster, or what Services and pods do not describe.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1alpha1.ScrapeConfig">
 *     ScrapeConfig</a>
 */
public final class ScrapeConfig extends Resource {

    private static final Kind KIND = Kind.namespaced("monitoring.coreos.com/v1alpha1", "ScrapeConfig");

    private final @Nullable String job;

    private ScrapeConfig(Builder builder) {
        super(builder);
        this.job = builder.job();
    }

    /**
     * Makes a ScrapeConfig.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static ScrapeConfig of(String name, Consumer<Builder> options) {
        return new ScrapeConfig(configured(new Builder(name), options));
    }

    /**
     * What the {@code job} label of the series is that this yields, for expressions: {@code scrapeConfig/}, namespace and
     * name, unless {@code jobName} says otherwise, or relabelling sets it to a constant. Where relabelling or the targets
     * themselves set it to something else, write the matcher by hand.
     */
    public LabelMatcher job() {
        String stated = job;
        return LabelMatcher.is("job", Text.about(this, context -> {
            String namespace = context.namespace(this);
            return stated == null ? "scrapeConfig/" + (namespace == null ? "" : namespace) + "/" + name() : stated;
        }));
    }

    /** Builds a {@link ScrapeConfig}. */
    public static final class Builder extends ScrapeBuilder<Builder> {

        private @Nullable String jobName;
        private boolean relabels;

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        private @Nullable String job() {
            if (!relabels) {
                return jobName;
            }
            ObjectNode steps = JsonNodeFactory.instance.objectNode();
            for (String list : List.of("relabelings", "metricRelabelings")) {
                JsonNode stated = spec().get(list);
                if (stated != null) {
                    steps.set(list, stated);
                }
            }
            return ScrapeTargets.job(steps, jobName);
        }

        /** Sets {@code jobName}: the {@code job} label; {@code scrapeConfig/}, namespace and name where it is not set. */
        public Builder jobName(String name) {
            jobName = name;
            spec().set("jobName", name, Syntax.NOT_EMPTY);
            return this;
        }

        /** Adds to {@code staticConfigs}: targets that are named, each as host and port. */
        public Builder targets(String... addresses) {
            return staticConfig(s -> s.targets(addresses));
        }

        /** Adds to {@code staticConfigs}: targets that are named, with labels. */
        public Builder staticConfig(Consumer<StaticConfig> options) {
            Fields config = spec().append("staticConfigs");
            config.block(StaticConfig::new, options);
            return filled(config, "targets", "Name what is scraped: targets(addresses).");
        }

        /**
         * Adds to {@code fileSDConfigs}: targets that are read from files.
         *
         * @param files that the Prometheus mounts, with {@code *} in their names at most
         */
        public Builder fileSd(String... files) {
            spec().append("fileSDConfigs").addAll("files", Syntax.NOT_EMPTY, files);
            return this;
        }

        /** Adds to {@code httpSDConfigs}: targets that a server names. */
        public Builder httpSd(String url, Consumer<HttpSdConfig> options) {
            Fields discovery = spec().append("httpSDConfigs");
            Urls.web(discovery, "url", url);
            discovery.block(HttpSdConfig::new, options);
            return this;
        }

        /** Adds to {@code dnsSDConfigs}: targets that the DNS names. */
        public Builder dnsSd(Consumer<DnsSdConfig> options) {
            Fields discovery = spec().append("dnsSDConfigs");
            discovery.block(DnsSdConfig::new, options);
            return filled(discovery, "names", "Name what the DNS is asked for: names(names).");
        }

        /** Adds to {@code kubernetesSDConfigs}: targets that a cluster names. */
        public Builder kubernetesSd(KubernetesRole role, Consumer<KubernetesSdConfig> options) {
            Fields discovery = spec().append("kubernetesSDConfigs");
            discovery.set("role", role);
            discovery.block(KubernetesSdConfig::new, options);
            return this;
        }

        /** Sets {@code scrapeInterval}: how often; as the Prometheus says where it is not set. */
        public Builder scrapeInterval(Duration interval) {
            Durations.setPositive(spec(), "scrapeInterval", interval);
            return this;
        }

        /** Sets {@code scrapeTimeout}, not longer than the interval; as the Prometheus says where it is not set. */
        public Builder scrapeTimeout(Duration timeout) {
            Durations.setPositive(spec(), "scrapeTimeout", timeout);
            return this;
        }

        /** Sets {@code metricsPath}; {@code /metrics} where it is not set. */
        public Builder metricsPath(String path) {
            spec().set("metricsPath", path, Syntax.ABSOLUTE_PATH);
            return this;
        }

        /** Sets {@code scheme}: {@link ScrapeScheme#HTTP} where it is not set. */
        public Builder scheme(ScrapeScheme scheme) {
            spec().set("scheme", scheme == null ? null : scheme.name());
            return this;
        }

        /** Adds to {@code params}: a parameter of the URL. */
        public Builder param(String name, String... values) {
            spec().object("params").addAll(name, values);
            return this;
        }

        /** Sets {@code honorLabels}: whether a target's own labels win over those of the scrape; {@code false} by default. */
        public Builder honorLabels(boolean honor) {
            spec().set("honorLabels", honor);
            return this;
        }

        /** Sets {@code honorTimestamps}: whether a target's own times count; {@code true} by default. */
        public Builder honorTimestamps(boolean honor) {
            spec().set("honorTimestamps", honor);
            return this;
        }

        /** Sets {@code trackTimestampsStaleness}: whether series with times of their own can become stale. */
        public Builder trackTimestampsStaleness(boolean track) {
            spec().set("trackTimestampsStaleness", track);
            return this;
        }

        /** Sets {@code enableCompression}: whether answers may be compressed; {@code true} by default. */
        public Builder enableCompression(boolean enable) {
            spec().set("enableCompression", enable);
            return this;
        }

        /** Adds to {@code relabelings}: what is done to targets before they are scraped. */
        public Builder relabelings(Relabeling... steps) {
            relabels = true;
            Relabeling.addAll(spec(), "relabelings", steps);
            return this;
        }

        /** Adds to {@code metricRelabelings}: what is done to samples before they are stored. */
        public Builder metricRelabelings(Relabeling... steps) {
            relabels = true;
            Relabeling.addAll(spec(), "metricRelabelings", steps);
            return this;
        }

        /** Sets how Prometheus speaks to the targets: authentication, TLS and proxies. */
        public Builder http(Consumer<ScrapeClient> options) {
            if (spec().given("", options)) {
                options.accept(new ScrapeClient(spec()));
            }
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<ScrapeConfigBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.openshift.api.model.monitoring.v1alpha1.ScrapeConfig.class,
                    ScrapeConfigBuilder::new,
                    edit));
        }

        private Builder filled(Fields entry, String list, String hint) {
            if (!entry.has(list)) {
                entry.flaw(list, ValueRule.CONFLICT, "The list " + list + " needs at least one entry.", hint);
            }
            return this;
        }
    }
}
