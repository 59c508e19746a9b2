package dev.gantry.monitoring;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Port;
import dev.gantry.Scrapeable;
import dev.gantry.Text;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.monitoring.promql.LabelMatcher;
import dev.gantry.raw.ModelEdit;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitorBuilder;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tells Prometheus to scrape the pods behind a Service.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ServiceMonitor">
 *     ServiceMonitor</a>
 */
public final class ServiceMonitor extends Resource {

    private static final Kind KIND = Kind.namespaced("monitoring.coreos.com/v1", "ServiceMonitor");

    private final String job;

    private ServiceMonitor(Builder builder) {
        super(builder);
        this.job = builder.job();
        builder.monitor = this;
    }

    /**
     * Makes a ServiceMonitor.
     *
     * @param name a DNS subdomain
     * @param service is selected by its own labels, which no other Service of its namespace should have too
     */
    @CheckReturnValue
    public static ServiceMonitor of(String name, Scrapeable service, Consumer<Builder> options) {
        return new ServiceMonitor(configured(new Builder(name, service), options));
    }

    /**
     * What the {@code job} label of the series is that this monitor yields, for expressions: {@code job="web"}. It is the
     * name of the Service, unless {@code jobLabel} says otherwise, or the relabelling of the first endpoint sets it to a
     * constant. Where relabelling takes it from other labels, or differs between endpoints, write the matcher by hand.
     */
    public LabelMatcher job() {
        return LabelMatcher.is("job", Text.about(this, context -> job));
    }

    /** Builds a {@link ServiceMonitor}. */
    public static final class Builder extends MonitorBuilder<Builder> {

        private final @Nullable Scrapeable service;
        private @Nullable ServiceMonitor monitor;

        @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
        private Builder(@Nullable String name, @Nullable Scrapeable service) {
            super(KIND, name);
            this.service = service;
            if (spec().given("selector", service) && service != null) {
                selects(service.resource(), service.labels());
            }
        }

        /** Adds to {@code endpoints}: scrapes a port of the Service. */
        public Builder scrape(Port port) {
            return scrape(port, options -> {});
        }

        /**
         * Adds to {@code endpoints}: scrapes a port of the Service.
         *
         * @param port what a container behind the Service listens on
         */
        public Builder scrape(Port port, Consumer<Endpoint> options) {
            Fields endpoint = spec().append("endpoints");
            if (endpoint.given("port", port) && service != null) {
                endpoint.set("port", service.portName(port));
            }
            endpoint.block(Endpoint::new, options);
            return this;
        }

        /** Adds to {@code endpoints}: scrapes a port of the containers that the Service does not have, by {@code targetPort}. */
        public Builder scrapeContainer(Port port) {
            return scrapeContainer(port, options -> {});
        }

        /**
         * Adds to {@code endpoints}: scrapes a port of the containers behind the Service which the Service itself does not
         * have, by {@code targetPort}.
         */
        public Builder scrapeContainer(Port port, Consumer<Endpoint> options) {
            Fields endpoint = spec().append("endpoints");
            if (endpoint.given("targetPort", port)) {
                endpoint.port("targetPort", port.name(), port.number());
            }
            endpoint.block(Endpoint::new, options);
            return this;
        }

        /** Adds to {@code targetLabels}: labels of the Service that every series gets. */
        public Builder targetLabels(String... labels) {
            spec().addAll("targetLabels", Syntax.LABEL_KEY, labels);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<ServiceMonitorBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor.class,
                    ServiceMonitorBuilder::new,
                    edit));
        }

        @Override
        Resource monitor() {
            return Objects.requireNonNull(monitor);
        }

        private String job() {
            if (service == null) {
                return "";
            }
            String relabeled = relabeledJob("endpoints");
            if (relabeled != null) {
                return relabeled;
            }
            String stated = job(service.labels());
            return stated == null ? service.resource().name() : stated;
        }
    }
}
