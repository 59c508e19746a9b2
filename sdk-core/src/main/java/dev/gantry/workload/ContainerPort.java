package dev.gantry.workload;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * The options of one port of a container.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports">ports</a>
 */
public final class ContainerPort {

    private final Fields port;

    ContainerPort(Fields port) {
        this.port = port;
    }

    /** Sets {@code hostPort}: a port of the node that leads to this one, 1 to 65535; none where it is not set. */
    public ContainerPort hostPort(int number) {
        port.set("hostPort", number, 1, 65_535);
        return this;
    }

    /** Sets {@code hostIP}: the node's address that the host port belongs to; all where it is not set. */
    public ContainerPort hostIp(String address) {
        port.set("hostIP", address, Syntax.NOT_EMPTY);
        return this;
    }
}
