package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * The options of a port on which a proxy takes connections to its workload.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/sidecar/#IstioIngressListener">
 *     IstioIngressListener</a>
 */
public final class SidecarIngress extends SidecarListener<SidecarIngress> {

    private final Fields listener;

    SidecarIngress(Fields listener) {
        super(listener);
        this.listener = listener;
    }

    /** Sets {@code defaultEndpoint}: where the workload listens, such as {@code 127.0.0.1:8080}. */
    public SidecarIngress defaultEndpoint(String address) {
        listener.set("defaultEndpoint", address, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code tls}: the proxy ends TLS that is not the mesh's own. The mode is SIMPLE, MUTUAL or OPTIONAL_MUTUAL. */
    public SidecarIngress tls(ServerTlsMode mode, Consumer<ServerTlsSettings> options) {
        ServerTlsSettings.write(listener, mode, options);
        return this;
    }

    /** Sets {@code connectionPool}: how many connections and requests the port takes at a time. */
    public SidecarIngress connectionPool(Consumer<ConnectionPoolSettings> options) {
        listener.object("connectionPool").block(ConnectionPoolSettings::new, options);
        return this;
    }
}
