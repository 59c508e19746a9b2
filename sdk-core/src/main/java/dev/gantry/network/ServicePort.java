package dev.gantry.network;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * The options of one port of a Service.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/#ServiceSpec">
 *     spec.ports</a>
 */
public final class ServicePort {

    private final Fields port;

    ServicePort(Fields port) {
        this.port = port;
    }

    /** Sets {@code name}, where it is not to be the name of the container's port; a DNS label. */
    public ServicePort name(String name) {
        port.set("name", name, Syntax.DNS_LABEL);
        return this;
    }

    /**
     * Sets {@code targetPort} to a number, for pods that the program does not make and whose ports have no names.
     *
     * @param number 1 to 65535
     */
    public ServicePort targetPort(int number) {
        port.set("targetPort", number, 1, 65_535);
        return this;
    }

    /** Sets {@code targetPort} to the name that pods which the program does not make give their port. */
    public ServicePort targetPort(String name) {
        port.set("targetPort", name, Syntax.PORT_NAME);
        return this;
    }

    /** Sets {@code nodePort}, 30000 to 32767 unless the cluster is set up otherwise. */
    public ServicePort nodePort(int number) {
        port.set("nodePort", number, 1, 65_535);
        return this;
    }

    /**
     * Sets {@code appProtocol}, such as {@code http}, {@code grpc}, {@code kubernetes.io/h2c}.
     *
     * @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol">Application
     *     protocol</a>
     */
    public ServicePort appProtocol(String protocol) {
        port.set("appProtocol", protocol, Syntax.LABEL_KEY);
        return this;
    }
}
