package dev.gantry.istio.traffic;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Destination;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.raw.ModelEdit;
import io.fabric8.istio.api.networking.v1.VirtualServiceBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where the requests for some hosts go: by path, header or weight, within the mesh and from gateways.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/">VirtualService</a>
 */
public final class VirtualService extends Resource {

    private static final Kind KIND = Kind.namespaced(TrafficBuilder.GROUP + "/v1", "VirtualService");

    private VirtualService(Builder builder) {
        super(builder);
    }

    /**
     * Makes a VirtualService. It needs a host, unless it is a delegate, and a route.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static VirtualService of(String name, Consumer<Builder> options) {
        return new VirtualService(configured(new Builder(name), options));
    }

    /** Names a VirtualService that exists outside the program, in the namespace of whoever names it. */
    @CheckReturnValue
    public static VirtualService existing(String name) {
        return new VirtualService(external(new Builder(name)));
    }

    /** Names the VirtualService of this name that exists outside the program, in that namespace. */
    @CheckReturnValue
    public VirtualService in(String namespace) {
        return new VirtualService(external(new Builder(name()), namespace));
    }

    /** Builds a {@link VirtualService}. */
    public static final class Builder extends ExportedBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /**
         * Adds to {@code spec.hosts}: what clients ask for.
         *
         * @param host a DNS name such as {@code shop.example.com}, or with {@code *} for its first labels, or {@code *}
         *     alone; for gateways, it may be an IP address too
         */
        public Builder host(String host) {
            Hosts.add(spec(), host);
            return this;
        }

        /**
         * Adds to {@code spec.hosts}: what clients within the mesh ask for. A Service of the same namespace is written by its
         * name, one of another by its full DNS name.
         */
        public Builder host(Destination service) {
            HostName.add(spec(), "hosts", service);
            return this;
        }

        /**
         * Adds to {@code spec.gateways}: the routes hold for what comes in by this gateway. Once a gateway is named, they do not
         * hold within the mesh, unless {@link #mesh()} is called.
         */
        public Builder gateway(IstioGateway gateway) {
            GatewayName.add(spec(), gateway);
            return this;
        }

        /** Adds {@code mesh} to {@code spec.gateways}: the routes hold within the mesh, beside the gateways that are named. */
        public Builder mesh() {
            spec().add("gateways", GatewayName.MESH);
            return this;
        }

        /** Adds to {@code spec.http}: a route for HTTP requests. The first that matches a request is taken. */
        public Builder http(Consumer<HttpRoute> route) {
            spec().append("http").block(HttpRoute::new, route);
            return this;
        }

        /** Adds to {@code spec.tls}: a route for TLS connections that are not ended on the way. */
        public Builder tls(Consumer<TlsRoute> route) {
            spec().append("tls").block(TlsRoute::new, route);
            return this;
        }

        /** Adds to {@code spec.tcp}: a route for TCP connections that are neither HTTP nor TLS. */
        public Builder tcp(Consumer<TcpRoute> route) {
            spec().append("tcp").block(TcpRoute::new, route);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<VirtualServiceBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.istio.api.networking.v1.VirtualService.class, VirtualServiceBuilder::new, edit));
        }
    }
}
