package dev.gantry.engine.kubeconfig;

import dev.gantry.engine.kubeconfig.AccessFailure.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy leads to the server: the kubeconfig's {@code proxy-url}, else the one that the caller names, else the one of
 * the environment ({@code HTTPS_PROXY}, or {@code HTTP_PROXY} for a server without TLS), unless {@code NO_PROXY} excepts it.
 */
final class Proxies {

    private Proxies() {}

    static @Nullable ProxyServer choose(
            URI server, @Nullable String ofCluster, @Nullable ProxyServer ofCaller, Machine machine) {
        if (ofCluster != null) {
            return parse(ofCluster, "the proxy-url of the kubeconfig", List.of());
        }
        if (ofCaller != null) {
            return excepts(ofCaller.exceptions(), server) ? null : ofCaller;
        }
        String variable = "http".equals(server.getScheme()) ? "HTTP_PROXY" : "HTTPS_PROXY";
        String written = either(machine, variable);
        if (written == null) {
            return null;
        }
        String exceptions = either(machine, "NO_PROXY");
        List<String> list = exceptions == null ? List.of() : List.of(exceptions.split(","));
        return isLocal(server) || excepts(list, server) ? null : parse(written, variable, list);
    }

    private static @Nullable String either(Machine machine, String name) {
        String value = machine.variable(name);
        return value == null ? machine.variable(name.toLowerCase(Locale.ROOT)) : value;
    }

    private static ProxyServer parse(String written, String where, List<String> exceptions) {
        try {
            URI uri = new URI(written.contains("://") ? written.strip() : "http://" + written.strip());
            if (uri.getHost() != null && "http".equals(uri.getScheme())) {
                String[] user = uri.getUserInfo() == null
                        ? new String[0]
                        : uri.getUserInfo().split(":", 2);
                return new ProxyServer(
                        uri.getHost(),
                        uri.getPort() < 0 ? 80 : uri.getPort(),
                        user.length > 0 ? user[0] : null,
                        user.length > 1 ? user[1] : null,
                        exceptions);
            }
        } catch (URISyntaxException e) {
            // Told below, without what was written: it may hold a password.
        }
        throw new AccessFailure(
                Problem.UNUSABLE_PROXY,
                where + " is no URL such as http://proxy.example.com:3128; Java knows no other kind");
    }

    /** Proxies of the environment never lead to the machine itself, as with kubectl. */
    private static boolean isLocal(URI server) {
        String host = host(server);
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    /** Names, {@code .suffixes}, {@code *.suffixes}, addresses and ranges of addresses, each perhaps with a port. */
    static boolean excepts(List<String> exceptions, URI server) {
        String host = host(server);
        int port = server.getPort() >= 0 ? server.getPort() : "http".equals(server.getScheme()) ? 80 : 443;
        for (String exception : exceptions) {
            String entry = exception.strip().toLowerCase(Locale.ROOT);
            int colon = entry.lastIndexOf(':');
            if (colon > 0
                    && colon == entry.indexOf(':')
                    && entry.substring(colon + 1).equals(String.valueOf(port))) {
                entry = entry.substring(0, colon);
            }
            if (matches(entry, host)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String entry, String host) {
        if (entry.isEmpty()) {
            return false;
        }
        if (entry.equals("*") || entry.equals(host)) {
            return true;
        }
        if (entry.contains("/")) {
            return AddressRange.contains(entry, host);
        }
        if (entry.endsWith("*") && entry.indexOf('*') == entry.length() - 1) {
            return host.startsWith(entry.substring(0, entry.length() - 1));
        }
        String suffix = entry.startsWith("*") ? entry.substring(1) : entry;
        return host.endsWith(suffix.startsWith(".") ? suffix : "." + suffix);
    }

    private static String host(URI server) {
        String host = server.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
