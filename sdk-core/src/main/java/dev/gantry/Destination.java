package dev.gantry;

import dev.gantry.extension.Resource;

/** What a client connects to by name and port. */
public interface Destination {

    /** The DNS name that works in the whole cluster, such as {@code web.shop.svc.cluster.local}. */
    Text host();

    /** The number that clients connect to where a container listens on the port. */
    Text port(Port port);

    /** The resource itself. */
    Resource resource();
}
