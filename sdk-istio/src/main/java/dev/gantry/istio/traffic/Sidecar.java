package dev.gantry.istio.traffic;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Port;
import dev.gantry.Selectable;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.raw.ModelEdit;
import io.fabric8.istio.api.networking.v1.SidecarBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the proxies beside the pods of a namespace, or of one workload, listen on and know of.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/sidecar/">Sidecar</a>
 */
public final class Sidecar extends Resource {

    private static final Kind KIND = Kind.namespaced(TrafficBuilder.GROUP + "/v1", "Sidecar");

    private Sidecar(Builder builder) {
        super(builder);
    }

    /**
     * Makes a Sidecar. One that selects no workload holds for its whole namespace.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static Sidecar of(String name, Consumer<Builder> options) {
        return new Sidecar(configured(new Builder(name), options));
    }

    /** Builds a {@link Sidecar}. */
    public static final class Builder extends TrafficBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /** Sets {@code spec.workloadSelector} to the selector of a workload of the same namespace: it holds for its pods. */
        public Builder selects(Selectable workload) {
            WorkloadLabels.select(spec(), workload);
            return this;
        }

        /** Adds a label to {@code spec.workloadSelector.labels}, for pods that the program does not make. */
        public Builder selector(String key, String value) {
            Entries.label(spec().object("workloadSelector").object("labels"), key, value);
            return this;
        }

        /**
         * Adds to {@code spec.ingress}: a port on which the proxy takes connections to its workload. Once there is one, only these
         * ports are open.
         *
         * @param port what is connected to
         * @param protocol what is spoken there
         */
        public Builder ingress(Port port, IstioProtocol protocol, Consumer<SidecarIngress> options) {
            Fields listener = spec().append("ingress");
            SidecarListener.port(listener, port, protocol);
            listener.block(SidecarIngress::new, options);
            return this;
        }

        /** Adds to {@code spec.egress}: hosts that the proxy knows of. Once there is one, it knows of no others. */
        public Builder egress(Consumer<SidecarEgress> options) {
            spec().append("egress").block(SidecarEgress::new, options);
            return this;
        }

        /** Sets {@code spec.inboundConnectionPool}: how many connections and requests the workload takes at a time. */
        public Builder inboundConnectionPool(Consumer<ConnectionPoolSettings> options) {
            spec().object("inboundConnectionPool").block(ConnectionPoolSettings::new, options);
            return this;
        }

        /** Sets {@code spec.outboundTrafficPolicy.mode}; as the mesh has it where it is not set. */
        public Builder outboundTrafficPolicy(OutboundTrafficMode mode) {
            spec().object("outboundTrafficPolicy").set("mode", mode);
            return this;
        }

        /** Sets {@code spec.outboundTrafficPolicy}: connections to hosts that the mesh does not know go to a proxy of its own. */
        public Builder outboundTrafficPolicy(OutboundTrafficMode mode, RouteDestination egressProxy) {
            Fields policy = spec().object("outboundTrafficPolicy");
            policy.set("mode", mode);
            policy.set("egressProxy", egressProxy);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<SidecarBuilder> edit) {
            return edit(ModelEdit.of(io.fabric8.istio.api.networking.v1.Sidecar.class, SidecarBuilder::new, edit));
        }
    }
}
