package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * Which requests a route is for. All conditions of one block must hold; a route with several blocks is for the requests that
 * one of them matches.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMatchRequest">
 *     HTTPMatchRequest</a>
 */
public final class HttpMatchRequest extends RouteMatch<HttpMatchRequest> {

    private final Fields match;

    HttpMatchRequest(Fields match) {
        super(match);
        this.match = match;
    }

    /** Sets {@code name}, which access logs show after the route's own. */
    public HttpMatchRequest name(String name) {
        match.set("name", name, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code uri}: the request's path. */
    public HttpMatchRequest uri(StringMatch uri) {
        match.set("uri", uri);
        return this;
    }

    /** Sets {@code ignoreUriCase}: the case of the path does not matter, unless it is matched by an expression. */
    public HttpMatchRequest ignoreUriCase(boolean ignore) {
        match.set("ignoreUriCase", ignore);
        return this;
    }

    /** Sets {@code scheme}: {@code http} or {@code https}. */
    public HttpMatchRequest scheme(StringMatch scheme) {
        match.set("scheme", scheme);
        return this;
    }

    /** Sets {@code method}, such as {@code GET}. */
    public HttpMatchRequest method(StringMatch method) {
        match.set("method", method);
        return this;
    }

    /** Sets {@code authority}: the host that the request names. */
    public HttpMatchRequest authority(StringMatch authority) {
        match.set("authority", authority);
        return this;
    }

    /** Adds to {@code headers}: the value of a header. */
    public HttpMatchRequest header(String name, StringMatch value) {
        match.object("headers").set(name, value);
        return this;
    }

    /** Adds to {@code headers}: the request has a header, whatever its value. */
    public HttpMatchRequest headerPresent(String name) {
        present("headers", name);
        return this;
    }

    /** Adds to {@code withoutHeaders}: a header has another value than this, or is not there. */
    public HttpMatchRequest withoutHeader(String name, StringMatch value) {
        match.object("withoutHeaders").set(name, value);
        return this;
    }

    /** Adds to {@code withoutHeaders}: the request does not have this header. */
    public HttpMatchRequest withoutHeader(String name) {
        present("withoutHeaders", name);
        return this;
    }

    /** Adds to {@code queryParams}: the value of a parameter in the query; prefixes are not known there. */
    public HttpMatchRequest queryParam(String name, StringMatch value) {
        match.object("queryParams").set(name, value);
        return this;
    }

    /** Sets {@code statPrefix}: what the metrics of requests of this route are called by. */
    public HttpMatchRequest statPrefix(String prefix) {
        match.set("statPrefix", prefix, Syntax.NOT_EMPTY);
        return this;
    }

    private void present(String field, String name) {
        if (match.given(field, name)) {
            match.object(field).replace(name);
        }
    }
}
