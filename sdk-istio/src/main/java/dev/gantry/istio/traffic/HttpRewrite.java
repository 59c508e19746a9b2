package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * What the destination gets in place of what the client has asked for.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRewrite">HTTPRewrite</a>
 */
public final class HttpRewrite {

    private final Fields rewrite;

    HttpRewrite(Fields rewrite) {
        this.rewrite = rewrite;
    }

    /** Sets {@code uri}: in place of the prefix by which the route matched, or else of the whole path. */
    public HttpRewrite uri(String path) {
        rewrite.set("uri", path, Syntax.NOT_EMPTY);
        return this;
    }

    /**
     * Sets {@code uriRegexRewrite}: in place of the part of the path that an expression matches. It excludes {@code uri}.
     *
     * @param match an expression of the syntax RE2
     * @param replacement in which {@code \1} stands for the first group
     */
    public HttpRewrite uriRegex(String match, String replacement) {
        Fields regex = rewrite.replace("uriRegexRewrite");
        regex.set("match", match, Syntax.NOT_EMPTY);
        regex.set("rewrite", replacement, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code authority}: the host. */
    public HttpRewrite authority(String host) {
        rewrite.set("authority", host, Syntax.NOT_EMPTY);
        return this;
    }
}
