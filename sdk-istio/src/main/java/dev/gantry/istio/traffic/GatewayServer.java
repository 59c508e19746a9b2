package dev.gantry.istio.traffic;

import dev.gantry.cluster.Namespace;
import dev.gantry.config.Secret;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * One port of a gateway, and for whom it is open.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#Server">Server</a>
 */
public final class GatewayServer {

    private final Fields server;

    GatewayServer(Fields server) {
        this.server = server;
    }

    /** Sets {@code name}, which no other server of the gateway has. */
    public GatewayServer name(String name) {
        server.set("name", name, Syntax.NOT_EMPTY);
        return this;
    }

    /**
     * Adds to {@code hosts}: a host that VirtualServices of any namespace may serve here.
     *
     * @param host a DNS name such as {@code shop.example.com}, or with {@code *} for its first labels, or {@code *} alone
     */
    public GatewayServer host(String host) {
        Hosts.add(server, host);
        return this;
    }

    /**
     * Adds to {@code hosts}: a host that VirtualServices of one namespace may serve here.
     *
     * @param host a DNS name such as {@code shop.example.com}, or with {@code *} for its first labels, or {@code *} alone
     */
    public GatewayServer host(Namespace namespace, String host) {
        if (server.given("hosts", namespace) && server.given("hosts", host)) {
            server.add("hosts", namespace.name() + "/" + host);
            server.mention("hosts", namespace);
        }
        return this;
    }

    /** Adds to {@code hosts}: a host that VirtualServices of the gateway's own namespace may serve here. */
    public GatewayServer hostOfOwnNamespace(String host) {
        if (server.given("hosts", host)) {
            server.add("hosts", "./" + host);
        }
        return this;
    }

    /** Sets {@code bind}: the address on which the gateway listens; on all where it is not set. */
    public GatewayServer bind(String address) {
        server.set("bind", address, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code defaultEndpoint}: where traffic goes by default, such as {@code 127.0.0.1:8080}. */
    public GatewayServer defaultEndpoint(String address) {
        server.set("defaultEndpoint", address, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code tls.httpsRedirect}: clients are sent to the same address with HTTPS. For servers that speak HTTP. */
    public GatewayServer httpsRedirect() {
        server.object("tls").set("httpsRedirect", true);
        return this;
    }

    /**
     * Sets {@code tls}: the gateway ends TLS with the certificate in a Secret.
     *
     * @param mode whether clients have to show a certificate too
     * @param certificate a Secret in the namespace of the gateway's pods, with the keys {@code tls.crt} and {@code tls.key}; for
     *     the modes that verify clients, with {@code ca.crt} too
     */
    public GatewayServer tls(ServerTlsMode mode, Secret certificate) {
        return tls(mode, tls -> tls.credential(certificate));
    }

    /** Sets {@code tls}: how connections are encrypted. Servers that speak HTTPS or TLS need it. */
    public GatewayServer tls(ServerTlsMode mode, Consumer<ServerTlsSettings> options) {
        ServerTlsSettings.write(server, mode, options);
        return this;
    }
}
