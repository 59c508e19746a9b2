package dev.gantry.istio.traffic;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Selectable;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.raw.ModelEdit;
import io.fabric8.istio.api.networking.v1.GatewayBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which ports a proxy at the edge of the mesh opens, and for which hosts: Istio's {@code Gateway}. Where the requests go from
 * there, VirtualServices say that name it.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/">Gateway</a>
 */
public final class IstioGateway extends Resource {

    private static final Kind KIND = Kind.namespaced(TrafficBuilder.GROUP + "/v1", "Gateway");

    private IstioGateway(Builder builder) {
        super(builder);
    }

    /**
     * Makes a Gateway. It needs a server, and the pods that serve it.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static IstioGateway of(String name, Consumer<Builder> options) {
        return new IstioGateway(configured(new Builder(name), options));
    }

    /** Names a Gateway that exists outside the program, in the namespace of whoever names it. */
    @CheckReturnValue
    public static IstioGateway existing(String name) {
        return new IstioGateway(external(new Builder(name)));
    }

    /** Names the Gateway of this name that exists outside the program, in that namespace. */
    @CheckReturnValue
    public IstioGateway in(String namespace) {
        return new IstioGateway(external(new Builder(name()), namespace));
    }

    /** Builds an {@link IstioGateway}. */
    public static final class Builder extends TrafficBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /** Sets {@code spec.selector} to the selector of a workload: its pods are the gateway. */
        public Builder selects(Selectable proxies) {
            if (spec().given("selector", proxies)) {
                Entries.podLabels(spec().replace("selector"), proxies.selector(), proxies.resource());
                spec().mention("selector", proxies.resource());
            }
            return this;
        }

        /**
         * Adds a label to {@code spec.selector}: the pods that have all of them are the gateway, in any namespace unless Istio is
         * set up otherwise. Those of Istio's own charts have {@code istio: ingressgateway}.
         */
        public Builder selector(String key, String value) {
            Entries.label(spec().object("selector"), key, value);
            return this;
        }

        /**
         * Adds to {@code spec.servers}: a port that the gateway opens.
         *
         * @param portName a name for the port, such as {@code https}
         * @param number 1 to 65535
         * @param protocol what is spoken there
         * @param options for which hosts it is, and with which certificate
         */
        public Builder server(String portName, int number, IstioProtocol protocol, Consumer<GatewayServer> options) {
            Fields server = spec().append("servers");
            Fields port = server.object("port");
            PortNumber.write(port, "number", number);
            port.set("name", portName, Syntax.NOT_EMPTY);
            port.set("protocol", protocol);
            server.block(GatewayServer::new, options);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<GatewayBuilder> edit) {
            return edit(ModelEdit.of(io.fabric8.istio.api.networking.v1.Gateway.class, GatewayBuilder::new, edit));
        }
    }
}
