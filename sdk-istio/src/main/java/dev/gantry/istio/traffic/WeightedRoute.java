package dev.gantry.istio.traffic;

import dev.gantry.Destination;
import dev.gantry.Port;
import dev.gantry.extension.Fields;

/**
 * What routes of all protocols share: where they lead. Several destinations share the traffic by their weights.
 *
 * @param <B> the route's own type
 */
public abstract class WeightedRoute<B extends WeightedRoute<B>> {

    private final Fields route;

    WeightedRoute(Fields route) {
        this.route = route;
    }

    /** Adds to {@code route}: all traffic goes to this Service or ServiceEntry, which has one port only. */
    public final B to(Destination service) {
        return to(RouteDestination.of(service));
    }

    /**
     * Adds to {@code route}: all traffic goes to this port.
     *
     * @param port what a container behind the Service listens on
     */
    public final B to(Destination service, Port port) {
        return to(RouteDestination.of(service).port(port));
    }

    /**
     * Adds to {@code route}: a part of the traffic goes to this port.
     *
     * @param port what a container behind the Service listens on
     * @param weight its part; all weights of a route should add up to 100
     */
    public final B to(Destination service, Port port, int weight) {
        return to(RouteDestination.of(service).port(port), weight);
    }

    /** Adds to {@code route}: all traffic goes there. */
    public final B to(RouteDestination destination) {
        route.append("route").set("destination", destination);
        return self();
    }

    /**
     * Adds to {@code route}: a part of the traffic goes there.
     *
     * @param weight its part; all weights of a route should add up to 100
     */
    public final B to(RouteDestination destination, int weight) {
        weighted(destination, weight);
        return self();
    }

    final Fields weighted(RouteDestination destination, int weight) {
        Fields entry = route.append("route");
        entry.set("destination", destination);
        entry.set("weight", weight, 0, Integer.MAX_VALUE);
        return entry;
    }

    @SuppressWarnings("unchecked")
    final B self() {
        return (B) this;
    }
}
