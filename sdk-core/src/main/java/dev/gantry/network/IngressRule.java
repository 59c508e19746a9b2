package dev.gantry.network;

import dev.gantry.Port;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * The paths of one host. Where several match a request, the longest wins; of equal ones, the exact one.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types">Path types</a>
 */
public final class IngressRule {

    private final Fields rule;

    IngressRule(Fields rule) {
        this.rule = rule;
    }

    /**
     * Adds to {@code http.paths} with the type {@code Prefix}: the path and everything below it.
     *
     * @param path begins with {@code /}; compared element by element, so that {@code /a} leads to {@code /a/b} but not to
     *     {@code /ab}
     * @param service a Service of the same namespace
     * @param port what a container behind the Service listens on
     */
    public IngressRule path(String path, Service service, Port port) {
        return path(path, IngressBackend.service(service, port));
    }

    /**
     * Adds to {@code http.paths} with the type {@code Prefix}: the path and everything below it.
     *
     * @param path begins with {@code /}; compared element by element, so that {@code /a} leads to {@code /a/b} but not to
     *     {@code /ab}
     */
    public IngressRule path(String path, IngressBackend backend) {
        return path(path, PathType.PREFIX, backend);
    }

    /**
     * Adds to {@code http.paths} with the type {@code Exact}: this path only.
     *
     * @param path begins with {@code /}
     * @param service a Service of the same namespace
     * @param port what a container behind the Service listens on
     */
    public IngressRule exact(String path, Service service, Port port) {
        return exact(path, IngressBackend.service(service, port));
    }

    /**
     * Adds to {@code http.paths} with the type {@code Exact}: this path only.
     *
     * @param path begins with {@code /}
     */
    public IngressRule exact(String path, IngressBackend backend) {
        return path(path, PathType.EXACT, backend);
    }

    /**
     * Adds to {@code http.paths} with the type {@code ImplementationSpecific}: the controller decides what the path means.
     *
     * @param path begins with {@code /}; some controllers take it for a regular expression
     * @param service a Service of the same namespace
     * @param port what a container behind the Service listens on
     */
    public IngressRule implementationSpecific(String path, Service service, Port port) {
        return implementationSpecific(path, IngressBackend.service(service, port));
    }

    /**
     * Adds to {@code http.paths} with the type {@code ImplementationSpecific}: the controller decides what the path means.
     *
     * @param path begins with {@code /}; some controllers take it for a regular expression
     */
    public IngressRule implementationSpecific(String path, IngressBackend backend) {
        return path(path, PathType.IMPLEMENTATION_SPECIFIC, backend);
    }

    /**
     * Adds to {@code http.paths} with a type that is a setting, say.
     *
     * @param path begins with {@code /}
     * @param type how it is compared
     */
    public IngressRule path(String path, PathType type, IngressBackend backend) {
        Fields entry = rule.object("http").append("paths");
        entry.set("path", path, type == PathType.IMPLEMENTATION_SPECIFIC ? Syntax.ABSOLUTE_PATH : Syntax.URL_PATH);
        entry.set("pathType", type);
        entry.set("backend", backend);
        return this;
    }
}
