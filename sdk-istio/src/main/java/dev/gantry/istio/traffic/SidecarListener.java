package dev.gantry.istio.traffic;

import dev.gantry.Port;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import org.jspecify.annotations.Nullable;

/**
 * What the listeners of a sidecar for both directions share.
 *
 * @param <B> the listener's own type
 */
public abstract class SidecarListener<B extends SidecarListener<B>> {

    private final Fields listener;

    SidecarListener(Fields listener) {
        this.listener = listener;
    }

    static void port(Fields listener, @Nullable Port port, @Nullable IstioProtocol protocol) {
        if (listener.given("port", port) && port != null) {
            Fields entry = listener.object("port");
            PortNumber.write(entry, "number", port.number());
            entry.set("protocol", protocol);
            entry.set("name", port.name());
            entry.flaws("name", port.flaws());
        }
    }

    /** Sets {@code bind}: the address on which the proxy listens, an IP address or a Unix socket. */
    public final B bind(String address) {
        listener.set("bind", address, Syntax.NOT_EMPTY);
        return self();
    }

    /** Sets {@code captureMode}; {@link CaptureMode#DEFAULT} where it is not set. */
    public final B captureMode(CaptureMode mode) {
        listener.set("captureMode", mode);
        return self();
    }

    @SuppressWarnings("unchecked")
    private B self() {
        return (B) this;
    }
}
