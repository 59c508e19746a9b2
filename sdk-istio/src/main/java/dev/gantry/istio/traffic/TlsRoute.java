package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * Where TLS connections go that are not ended on the way.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#TLSRoute">TLSRoute</a>
 */
public final class TlsRoute extends WeightedRoute<TlsRoute> {

    private final Fields route;

    TlsRoute(Fields route) {
        super(route);
        this.route = route;
    }

    /** Adds to {@code match}: the route is for these connections, and for those of its other blocks. It needs one. */
    public TlsRoute match(Consumer<TlsMatchAttributes> conditions) {
        route.append("match").block(TlsMatchAttributes::new, conditions);
        return this;
    }
}
