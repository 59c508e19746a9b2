package dev.gantry.istio.traffic;

import dev.gantry.Destination;
import dev.gantry.Port;
import dev.gantry.Selectable;
import dev.gantry.cluster.Namespace;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;

/**
 * What the conditions of routes of all protocols share. All of one block must hold.
 *
 * @param <B> the block's own type
 */
public abstract class RouteMatch<B extends RouteMatch<B>> {

    private final Fields match;

    RouteMatch(Fields match) {
        this.match = match;
    }

    /** Sets {@code port}: which port of the host, or of the gateway, the client connects to; 1 to 65535. */
    public final B port(int number) {
        PortNumber.write(match, "port", number);
        return self();
    }

    /**
     * Sets {@code port} to the number that clients of a Service connect to.
     *
     * @param port what a container behind the Service listens on
     */
    public final B port(Destination service, Port port) {
        if (match.given("port", service)) {
            PortNumber.write(match, "port", service, port);
            match.mention("port", service.resource());
        }
        return self();
    }

    /** Adds to {@code sourceLabels}: the client's pods have this label. */
    public final B sourceLabel(String key, String value) {
        Entries.label(match.object("sourceLabels"), key, value);
        return self();
    }

    /** Sets {@code sourceLabels} to what the selector of a workload asks for: the client is one of its pods. */
    public final B source(Selectable client) {
        if (match.given("sourceLabels", client)) {
            Entries.podLabels(match.replace("sourceLabels"), client.selector(), client.resource());
            match.mention("sourceLabels", client.resource());
        }
        return self();
    }

    /** Sets {@code sourceNamespace}: the client is of this namespace. */
    public final B sourceNamespace(Namespace namespace) {
        if (match.given("sourceNamespace", namespace)) {
            match.set("sourceNamespace", namespace.name());
            match.mention("sourceNamespace", namespace);
        }
        return self();
    }

    /** Adds to {@code gateways}: the traffic comes in by this gateway; by any that the VirtualService names where it is not set. */
    public final B gateway(IstioGateway gateway) {
        GatewayName.add(match, gateway);
        return self();
    }

    /** Adds {@code mesh} to {@code gateways}: the traffic comes from a sidecar of the mesh. */
    public final B mesh() {
        match.add("gateways", GatewayName.MESH);
        return self();
    }

    @SuppressWarnings("unchecked")
    final B self() {
        return (B) this;
    }
}
