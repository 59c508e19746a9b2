package dev.gantry.engine.kubeconfig;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy.
 *
 * @param host its name or address
 * @param port where it listens
 * @param username {@code null} if it asks for none
 * @param password {@code null} if it asks for none
 * @param exceptions hosts that are reached without it, as {@code NO_PROXY} or Maven's {@code nonProxyHosts} say it
 */
public record ProxyServer(
        String host,
        int port,
        @Nullable String username,
        @Nullable String password,
        List<String> exceptions) {

    /** Copies the list. */
    public ProxyServer {
        exceptions = List.copyOf(exceptions);
    }

    /** Whether a host is reached without it. */
    public boolean excepts(String host) {
        return Proxies.excepts(exceptions, URI.create("https://" + host));
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
