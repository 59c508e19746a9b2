package dev.gantry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * The transport protocol of a port.
 *
 * @see <a href="https://kubernetes.io/docs/reference/networking/service-protocols/">Protocols for Services</a>
 */
public enum Protocol implements Leaf {
    /** Transmission Control Protocol, the default of Kubernetes. */
    TCP,
    /** User Datagram Protocol. */
    UDP,
    /** Stream Control Transmission Protocol. */
    SCTP;

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(name());
    }
}
