package dev.gantry.monitoring;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * Who tries the targets of a probe.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ProberSpec">
 *     ProberSpec</a>
 */
public final class Prober {

    private final Fields prober;

    Prober(Fields prober) {
        this.prober = prober;
    }

    /** Sets {@code scheme}; {@link ScrapeScheme#HTTP} where it is not set. */
    public Prober scheme(ScrapeScheme scheme) {
        prober.set("scheme", scheme);
        return this;
    }

    /** Sets {@code path}; {@code /probe} where it is not set. */
    public Prober path(String path) {
        prober.set("path", path, Syntax.ABSOLUTE_PATH);
        return this;
    }

    /** Sets {@code proxyUrl}: the proxy, such as {@code http://proxy.example.com:3128}; none where it is not set. */
    public Prober proxyUrl(String url) {
        prober.set("proxyUrl", url, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code noProxy}: to whom no proxy is used, separated by commas. */
    public Prober noProxy(String hosts) {
        prober.set("noProxy", hosts, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code proxyFromEnvironment}: whether the container's variables name the proxy; {@code false} by default. */
    public Prober proxyFromEnvironment(boolean use) {
        prober.set("proxyFromEnvironment", use);
        return this;
    }
}
