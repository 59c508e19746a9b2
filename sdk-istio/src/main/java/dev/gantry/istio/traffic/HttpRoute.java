package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.istio.IstioDuration;
import dev.gantry.istio.IstioNumber;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Where HTTP requests go, and what happens to them on the way. The first route of a VirtualService that matches a request is
 * taken.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRoute">HTTPRoute</a>
 */
public final class HttpRoute extends WeightedRoute<HttpRoute> {

    private final Fields route;

    HttpRoute(Fields route) {
        super(route);
        this.route = route;
    }

    /** Sets {@code name}, which access logs show. */
    public HttpRoute name(String name) {
        route.set("name", name, Syntax.NOT_EMPTY);
        return this;
    }

    /** Adds to {@code match}: the route is for these requests, and for those of its other blocks; for all where it has none. */
    public HttpRoute match(Consumer<HttpMatchRequest> conditions) {
        route.append("match").block(HttpMatchRequest::new, conditions);
        return this;
    }

    /**
     * Adds to {@code route}: a part of the traffic goes there, with other headers.
     *
     * @param weight its part; all weights of a route should add up to 100
     */
    public HttpRoute to(RouteDestination destination, int weight, Consumer<HeaderOperations> headers) {
        weighted(destination, weight).object("headers").block(HeaderOperations::new, headers);
        return this;
    }

    /** Sets {@code redirect}: clients are sent to another address. */
    public HttpRoute redirect(Consumer<HttpRedirect> options) {
        route.replace("redirect").block(HttpRedirect::new, options);
        return this;
    }

    /**
     * Sets {@code directResponse}: the proxy answers by itself.
     *
     * @param status of the response, 200 to 599
     * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPDirectResponse">
     *     HTTPDirectResponse</a>
     */
    public HttpRoute directResponse(int status) {
        route.replace("directResponse").set("status", status, 200, 599);
        return this;
    }

    /**
     * Sets {@code directResponse}: the proxy answers by itself.
     *
     * @param status of the response, 200 to 599
     * @param body of the response, as text
     */
    public HttpRoute directResponse(int status, String body) {
        Fields response = route.replace("directResponse");
        response.set("status", status, 200, 599);
        response.object("body").set("string", body);
        return this;
    }

    /**
     * Sets {@code delegate}: the routes of another VirtualService, which has no hosts of its own, go on from here.
     *
     * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#Delegate">Delegate</a>
     */
    public HttpRoute delegate(VirtualService routes) {
        if (route.given("delegate", routes)) {
            Fields delegate = route.replace("delegate");
            delegate.set("name", routes.name());
            delegate.set("namespace", new OtherNamespace(routes));
            delegate.mention("name", routes);
        }
        return this;
    }

    /** Sets {@code rewrite}: the destination gets another path or host than the client has asked for. */
    public HttpRoute rewrite(Consumer<HttpRewrite> options) {
        route.replace("rewrite").block(HttpRewrite::new, options);
        return this;
    }

    /** Sets {@code timeout}: after which time the client gets an error; never where it is not set. */
    public HttpRoute timeout(Duration timeout) {
        IstioDuration.writeOrZero(route, "timeout", timeout);
        return this;
    }

    /** Sets {@code retries.attempts}: how often a request that failed is sent again; 0 for never, and 2 where it is not set. */
    public HttpRoute retries(int attempts) {
        return retries(attempts, options -> {});
    }

    /** Sets {@code retries}: how often a request that failed is sent again, and when. */
    public HttpRoute retries(int attempts, Consumer<HttpRetry> options) {
        Fields retries = route.replace("retries");
        retries.set("attempts", attempts, 0, Integer.MAX_VALUE);
        retries.block(HttpRetry::new, options);
        return this;
    }

    /** Sets {@code fault}: some requests are delayed or fail, to see what their clients do then. */
    public HttpRoute fault(Consumer<HttpFaultInjection> options) {
        route.replace("fault").block(HttpFaultInjection::new, options);
        return this;
    }

    /** Sets {@code mirror}: all requests are sent there too, and what is answered is thrown away. */
    public HttpRoute mirror(RouteDestination destination) {
        route.set("mirror", destination);
        return this;
    }

    /** Sets {@code mirror} and {@code mirrorPercentage}: a part of the requests is sent there too, from 0 to 100 percent. */
    public HttpRoute mirror(RouteDestination destination, double percentage) {
        route.set("mirror", destination);
        route.object("mirrorPercentage").set("value", IstioNumber.percent(percentage));
        return this;
    }

    /**
     * Adds to {@code mirrors}: a part of the requests is sent there too, from 0 to 100 percent. For several destinations, in
     * place of {@code mirror}.
     */
    public HttpRoute mirrors(RouteDestination destination, double percentage) {
        Fields mirror = route.append("mirrors");
        mirror.set("destination", destination);
        mirror.object("percentage").set("value", IstioNumber.percent(percentage));
        return this;
    }

    /** Sets {@code corsPolicy}: which pages of other origins may send requests. */
    public HttpRoute corsPolicy(Consumer<CorsPolicy> options) {
        route.replace("corsPolicy").block(CorsPolicy::new, options);
        return this;
    }

    /** Sets {@code headers}: what is done to the headers, whatever the destination. */
    public HttpRoute headers(Consumer<HeaderOperations> headers) {
        route.object("headers").block(HeaderOperations::new, headers);
        return this;
    }
}
