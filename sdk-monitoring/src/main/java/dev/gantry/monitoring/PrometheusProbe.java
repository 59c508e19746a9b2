package dev.gantry.monitoring;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Destination;
import dev.gantry.LabelSelector;
import dev.gantry.Port;
import dev.gantry.Text;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.monitoring.promql.LabelMatcher;
import dev.gantry.raw.ModelEdit;
import io.fabric8.openshift.api.model.monitoring.v1.ProbeBuilder;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Has a prober, such as the blackbox exporter, try URLs from outside: the kind {@code Probe}.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Probe">Probe</a>
 */
public final class PrometheusProbe extends Resource {

    private static final Kind KIND = Kind.namespaced("monitoring.coreos.com/v1", "Probe");

    private final @Nullable String job;

    private PrometheusProbe(Builder builder) {
        super(builder);
        this.job = builder.jobName;
    }

    /**
     * Makes a Probe.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static PrometheusProbe of(String name, Consumer<Builder> options) {
        return new PrometheusProbe(configured(new Builder(name), options));
    }

    /** What the {@code job} label of every series is that this probe yields, for expressions. */
    public LabelMatcher job() {
        String stated = job;
        return LabelMatcher.is("job", Text.about(this, context -> {
            String namespace = context.namespace(this);
            return stated == null ? "probe/" + (namespace == null ? "" : namespace) + "/" + name() : stated;
        }));
    }

    /** Builds a {@link PrometheusProbe}. */
    public static final class Builder extends ScrapeBuilder<Builder> {

        private @Nullable String jobName;

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /** Sets {@code prober.url}: who tries the targets. */
        public Builder prober(Destination service, Port port) {
            return prober(service, port, options -> {});
        }

        /**
         * Sets {@code prober.url}: who tries the targets.
         *
         * @param port what a container of the prober listens on
         */
        public Builder prober(Destination service, Port port, Consumer<Prober> options) {
            Fields prober = spec().object("prober");
            if (prober.given("url", service)) {
                prober.set("url", Text.join(service.host(), ":", service.port(port)));
                prober.mention("url", service.resource());
            }
            prober.block(Prober::new, options);
            return this;
        }

        /** Sets {@code prober.url} to host and port of a prober outside of the cluster. */
        public Builder prober(String hostAndPort) {
            spec().object("prober").set("url", hostAndPort, Syntax.NOT_EMPTY);
            return this;
        }

        /** Sets {@code module}: what the prober does, such as {@code http_2xx}. */
        public Builder module(String name) {
            spec().set("module", name, Syntax.NOT_EMPTY);
            return this;
        }

        /** Sets {@code jobName}: the {@code job} label; {@code probe/}, namespace and name where it is not set. */
        public Builder jobName(String name) {
            jobName = name;
            spec().set("jobName", name, Syntax.NOT_EMPTY);
            return this;
        }

        /** Adds to {@code targets.staticConfig.static}: what is tried, such as {@code https://shop.example.com}. */
        public Builder targets(String... urls) {
            staticConfig().addAll("static", Syntax.NOT_EMPTY, urls);
            return this;
        }

        /** Adds to {@code targets.staticConfig.labels}: a label of the targets. */
        public Builder targetLabel(String name, String value) {
            staticConfig().object("labels").set(name, value);
            return this;
        }

        /** Adds to {@code targets.staticConfig.relabelingConfigs}: what is done to the targets. */
        public Builder targetRelabelings(Relabeling... steps) {
            Relabeling.addAll(staticConfig(), "relabelingConfigs", steps);
            return this;
        }

        /** Sets {@code targets.ingress}: tries the hosts and paths of Ingresses; not together with {@link #targets}. */
        public Builder ingress(LabelSelector ingresses) {
            return ingress(ingresses, options -> {});
        }

        /** Sets {@code targets.ingress}: tries the hosts and paths of Ingresses; not together with {@link #targets}. */
        public Builder ingress(LabelSelector ingresses, Consumer<ProbeTargetIngress> options) {
            Fields ingress = spec().object("targets").object("ingress");
            ingress.set("selector", ingresses);
            ingress.block(ProbeTargetIngress::new, options);
            return this;
        }

        /** Sets {@code interval}: how often; as the Prometheus says where it is not set. */
        public Builder interval(Duration interval) {
            Durations.setPositive(spec(), "interval", interval);
            return this;
        }

        /** Sets {@code scrapeTimeout}, not longer than the interval; as the Prometheus says where it is not set. */
        public Builder scrapeTimeout(Duration timeout) {
            Durations.setPositive(spec(), "scrapeTimeout", timeout);
            return this;
        }

        /** Adds to {@code params}: a parameter of the request to the prober. */
        public Builder param(String name, String... values) {
            Fields param = spec().append("params");
            param.set("name", name, Syntax.NOT_EMPTY);
            param.addAll("values", values);
            return this;
        }

        /** Adds to {@code metricRelabelings}: what is done to samples before they are stored. */
        public Builder metricRelabelings(Relabeling... steps) {
            Relabeling.addAll(spec(), "metricRelabelings", steps);
            return this;
        }

        /** Sets how Prometheus speaks to the prober: authentication and TLS. */
        public Builder http(Consumer<ProbeClient> options) {
            if (spec().given("", options)) {
                options.accept(new ProbeClient(spec()));
            }
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<ProbeBuilder> edit) {
            return edit(
                    ModelEdit.of(io.fabric8.openshift.api.model.monitoring.v1.Probe.class, ProbeBuilder::new, edit));
        }

        private Fields staticConfig() {
            return spec().object("targets").object("staticConfig");
        }
    }
}
