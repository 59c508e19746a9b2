package dev.gantry.monitoring;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * An {@link HttpClient} that may go through a proxy.
 *
 * @param <B> the part's own type
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ProxyConfig">
 *     ProxyConfig</a>
 */
public abstract class ProxiedClient<B extends ProxiedClient<B>> extends HttpClient<B> {

    ProxiedClient(Fields client) {
        super(client);
    }

    /** Sets {@code proxyUrl}: the proxy, such as {@code http://proxy.example.com:3128}; none where it is not set. */
    public final B proxyUrl(String url) {
        Urls.proxy(client, "proxyUrl", url);
        return self();
    }

    /** Sets {@code noProxy}: to whom no proxy is used, separated by commas. */
    public final B noProxy(String hosts) {
        client.set("noProxy", hosts, Syntax.NOT_EMPTY);
        return self();
    }

    /** Sets {@code proxyFromEnvironment}: whether the container's variables name the proxy; {@code false} by default. */
    public final B proxyFromEnvironment(boolean use) {
        client.set("proxyFromEnvironment", use);
        return self();
    }
}
