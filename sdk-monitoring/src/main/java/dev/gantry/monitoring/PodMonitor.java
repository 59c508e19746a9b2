package dev.gantry.monitoring;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Port;
import dev.gantry.Selectable;
import dev.gantry.Text;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.monitoring.promql.LabelMatcher;
import dev.gantry.raw.ModelEdit;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitorBuilder;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tells Prometheus to scrape pods, whether a Service leads to them or not.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor">
 *     PodMonitor</a>
 */
public final class PodMonitor extends Resource {

    private static final Kind KIND = Kind.namespaced("monitoring.coreos.com/v1", "PodMonitor");

    private final @Nullable String job;

    private PodMonitor(Builder builder) {
        super(builder);
        this.job = builder.job();
        builder.monitor = this;
    }

    /**
     * Makes a PodMonitor.
     *
     * @param name a DNS subdomain
     * @param workload whose pods are selected, by the labels that its own selector asks for
     */
    @CheckReturnValue
    public static PodMonitor of(String name, Selectable workload, Consumer<Builder> options) {
        return new PodMonitor(configured(new Builder(name, workload), options));
    }

    /**
     * What the {@code job} label of the series is that this monitor yields, for expressions: {@code job="shop/web"}, its
     * namespace and name, unless {@code jobLabel} says otherwise, or the relabelling of the first endpoint sets it to a
     * constant. Where relabelling takes it from other labels, or differs between endpoints, write the matcher by hand.
     */
    public LabelMatcher job() {
        String stated = job;
        return LabelMatcher.is("job", Text.about(this, context -> {
            String namespace = context.namespace(this);
            return stated == null ? (namespace == null ? "" : namespace) + "/" + name() : stated;
        }));
    }

    /** Builds a {@link PodMonitor}. */
    public static final class Builder extends MonitorBuilder<Builder> {

        private final @Nullable Selectable workload;
        private @Nullable PodMonitor monitor;

        private Builder(@Nullable String name, @Nullable Selectable workload) {
            super(KIND, name);
            this.workload = workload;
            if (spec().given("selector", workload) && workload != null) {
                selects(workload.resource(), workload.selector());
            }
        }

        /** Adds to {@code podMetricsEndpoints}: scrapes a port of the pods, by its name. */
        public Builder scrape(Port port) {
            return scrape(port, options -> {});
        }

        /** Adds to {@code podMetricsEndpoints}: scrapes a port of the pods, by its name. */
        public Builder scrape(Port port, Consumer<PodMetricsEndpoint> options) {
            Fields endpoint = spec().append("podMetricsEndpoints");
            if (endpoint.given("port", port)) {
                endpoint.port("port", port.name(), port.number());
                endpoint.flaws("port", port.flaws());
            }
            endpoint.block(PodMetricsEndpoint::new, options);
            return this;
        }

        /** Adds to {@code podMetricsEndpoints}: scrapes a port of the pods, by its number, 1 to 65535. */
        public Builder scrapePort(int number) {
            return scrapePort(number, options -> {});
        }

        /**
         * Adds to {@code podMetricsEndpoints}: scrapes a port of the pods, by its number, where it has no name.
         *
         * @param number 1 to 65535
         */
        public Builder scrapePort(int number, Consumer<PodMetricsEndpoint> options) {
            Fields endpoint = spec().append("podMetricsEndpoints");
            endpoint.set("portNumber", number, 1, 65_535);
            endpoint.block(PodMetricsEndpoint::new, options);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<PodMonitorBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.openshift.api.model.monitoring.v1.PodMonitor.class, PodMonitorBuilder::new, edit));
        }

        @Override
        Resource monitor() {
            return Objects.requireNonNull(monitor);
        }

        private @Nullable String job() {
            if (workload == null) {
                return null;
            }
            String relabeled = relabeledJob("podMetricsEndpoints");
            return relabeled == null ? job(workload.selector()) : relabeled;
        }
    }
}
