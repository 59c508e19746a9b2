package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * Where TCP connections go that are neither HTTP nor TLS.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#TCPRoute">TCPRoute</a>
 */
public final class TcpRoute extends WeightedRoute<TcpRoute> {

    private final Fields route;

    TcpRoute(Fields route) {
        super(route);
        this.route = route;
    }

    /** Adds to {@code match}: the route is for these connections, and for those of its other blocks. */
    public TcpRoute match(Consumer<L4MatchAttributes> conditions) {
        route.append("match").block(L4MatchAttributes::new, conditions);
        return this;
    }
}
