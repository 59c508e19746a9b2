package dev.gantry.istio.traffic;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Destination;
import dev.gantry.Port;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a route leads: a host, and which of its ports and pods. {@link DestinationRule#subset(dev.gantry.Selectable)} makes
 * one too.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination">Destination</a>
 */
@CheckReturnValue
public final class RouteDestination extends Block {

    private final @Nullable Destination service;

    private RouteDestination(@Nullable Destination service, Consumer<Fields> writer) {
        super(writer);
        this.service = service;
    }

    /**
     * A Service or a ServiceEntry. A Service of the same namespace is written by its name, one of another by its full DNS
     * name.
     */
    public static RouteDestination of(Destination service) {
        return new RouteDestination(service, destination -> HostName.write(destination, "host", service));
    }

    /**
     * A host that the program does not make.
     *
     * @param host a full DNS name; one without dots is taken for a Service of the same namespace
     */
    public static RouteDestination host(String host) {
        return new RouteDestination(null, destination -> destination.set("host", host, Syntax.HOST));
    }

    /**
     * Sets {@code port.number}: which port of the host, where it has several.
     *
     * @param port what a container behind the Service listens on; the number that clients of the Service connect to is written
     */
    public RouteDestination port(Port port) {
        return with(destination -> PortNumber.write(destination.object("port"), "number", service, port));
    }

    /** Sets {@code port.number} to what clients of the host connect to, 1 to 65535. */
    public RouteDestination port(int number) {
        return with(destination -> PortNumber.write(destination.object("port"), "number", number));
    }

    /** Sets {@code subset} to the name of one that a DestinationRule outside the program has for the host. */
    public RouteDestination subset(String name) {
        return with(destination -> destination.set("subset", name, Syntax.DNS_LABEL));
    }

    RouteDestination with(Consumer<Fields> more) {
        return new RouteDestination(service, and(more));
    }
}
