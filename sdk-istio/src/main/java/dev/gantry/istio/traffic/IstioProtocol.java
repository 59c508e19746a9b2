package dev.gantry.istio.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What is spoken at a port of a gateway, of a ServiceEntry or of a sidecar.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#Port">Port</a>
 */
public enum IstioProtocol implements Leaf {
    /** HTTP/1.1. */
    HTTP("HTTP"),
    /** HTTP in TLS. */
    HTTPS("HTTPS"),
    /** HTTP/2 without TLS. */
    HTTP2("HTTP2"),
    /** gRPC without TLS. */
    GRPC("GRPC"),
    /** gRPC-Web without TLS. */
    GRPC_WEB("GRPC-WEB"),
    /** MongoDB's protocol. */
    MONGO("MONGO"),
    /** Any bytes. */
    TCP("TCP"),
    /** TLS, in which may be anything. */
    TLS("TLS");

    private final String term;

    IstioProtocol(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
