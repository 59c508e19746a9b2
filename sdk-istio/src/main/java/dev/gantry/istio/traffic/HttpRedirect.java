package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;

/**
 * Where clients are sent instead. What is not set stays as it is in the request; something has to be.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRedirect">HTTPRedirect</a>
 */
public final class HttpRedirect {

    private final Fields redirect;

    HttpRedirect(Fields redirect) {
        this.redirect = redirect;
    }

    /** Sets {@code uri}: the whole path. It excludes {@code prefixRewrite}. */
    public HttpRedirect uri(String path) {
        redirect.set("uri", path, Syntax.NOT_EMPTY);
        return this;
    }

    /**
     * Sets {@code prefixRewrite}: what stands in place of the prefix that the route has matched, and all after it stays. It needs a
     * match of a prefix, and excludes {@code uri}.
     */
    public HttpRedirect prefixRewrite(String prefix) {
        redirect.set("prefixRewrite", prefix, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code authority}: the host. */
    public HttpRedirect authority(String host) {
        redirect.set("authority", host, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code port}, 1 to 65535. */
    public HttpRedirect port(int number) {
        PortNumber.write(redirect, "port", number);
        return this;
    }

    /** Sets {@code derivePort}, in place of a number. */
    public HttpRedirect derivePort(RedirectPortSelection selection) {
        redirect.set("derivePort", selection);
        return this;
    }

    /** Sets {@code scheme}: {@code http} or {@code https}. */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public HttpRedirect scheme(String scheme) {
        redirect.set("scheme", scheme);
        if (scheme != null && !scheme.equals("http") && !scheme.equals("https")) {
            redirect.flaw("scheme", ValueRule.TEXT, "\"" + scheme + "\" is not a scheme.", "Give http or https.");
        }
        return this;
    }

    /** Sets {@code redirectCode}: the status of the response, 300 to 399; 301 where it is not set. */
    public HttpRedirect redirectCode(int status) {
        redirect.set("redirectCode", status, 300, 399);
        return this;
    }
}
