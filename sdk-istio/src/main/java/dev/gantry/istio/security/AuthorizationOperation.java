package dev.gantry.istio.security;

import dev.gantry.Port;
import dev.gantry.extension.Fields;

/**
 * What a request asks for: all that is said must be true, each of one of its values. Texts may begin or end with {@code *}. All
 * but ports is known of HTTP only.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation">Operation</a>
 */
public final class AuthorizationOperation {

    private final Fields operation;

    AuthorizationOperation(Fields operation) {
        this.operation = operation;
    }

    /** Adds to {@code hosts}: which host the request names. */
    public AuthorizationOperation hosts(String... hosts) {
        return texts("hosts", PolicyText.ANY, hosts);
    }

    /** Adds to {@code notHosts}: which host the request does not name. */
    public AuthorizationOperation notHosts(String... hosts) {
        return texts("notHosts", PolicyText.ANY, hosts);
    }

    /** Adds to {@code ports}: what the container listens on, which need not be the number that clients of a Service connect to. */
    public AuthorizationOperation ports(Port... ports) {
        return numbers("ports", ports);
    }

    /** Adds to {@code notPorts}: what the container listens on is none of them. */
    public AuthorizationOperation notPorts(Port... ports) {
        return numbers("notPorts", ports);
    }

    /** Adds to {@code methods}: HTTP methods in upper case, such as {@code GET}. */
    public AuthorizationOperation methods(String... methods) {
        return texts("methods", PolicyText.METHOD, methods);
    }

    /** Adds to {@code notMethods}: the method is none of them. */
    public AuthorizationOperation notMethods(String... methods) {
        return texts("notMethods", PolicyText.METHOD, methods);
    }

    /**
     * Adds to {@code paths}, such as {@code /api/*}, or <code>/shops/{*}/orders</code> for one part of a path.
     *
     * @param paths begin with {@code /}, with {@code *} at one end only; regular expressions are not known
     */
    public AuthorizationOperation paths(String... paths) {
        return texts("paths", PolicyText.PATH, paths);
    }

    /** Adds to {@code notPaths}: the path is none of them. */
    public AuthorizationOperation notPaths(String... paths) {
        return texts("notPaths", PolicyText.PATH, paths);
    }

    private AuthorizationOperation texts(String list, PolicyText form, String... values) {
        form.addAll(operation, list, values);
        return this;
    }

    private AuthorizationOperation numbers(String list, Port... ports) {
        if (operation.given(list, ports)) {
            for (Port port : ports) {
                if (operation.given(list, port)) {
                    operation.add(list, Integer.toString(port.number()));
                    operation.flaws(list, port.flaws());
                }
            }
        }
        return this;
    }
}
