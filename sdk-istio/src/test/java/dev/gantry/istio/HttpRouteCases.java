package dev.gantry.istio;

import static dev.gantry.istio.traffic.StringMatch.exact;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.gantry.Port;
import dev.gantry.istio.traffic.RedirectPortSelection;
import dev.gantry.istio.traffic.RouteDestination;
import dev.gantry.istio.traffic.UnmatchedPreflights;
import dev.gantry.istio.traffic.VirtualService;
import dev.gantry.model.Case;
import dev.gantry.network.Service;
import io.fabric8.istio.api.api.networking.v1alpha3.CorsPolicyBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.CorsPolicyUnmatchedPreflights;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPBodyString;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPFaultInjectionAbortGrpcStatus;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPFaultInjectionAbortHttpStatus;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPFaultInjectionDelayFixedDelay;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPRedirectDerivePort;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPRedirectPort;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPRedirectRedirectPortSelection;
import java.util.List;

final class HttpRouteCases {

    private static final Port HTTP = Port.http(8081);
    private static final Port GRPC = Port.tcp("grpc", 9001);
    private static final Service WEB =
            Service.of("web", s -> s.selector("app", "web").port(HTTP, 82).port(GRPC));
    private static final Service OTHER = Service.existing("api").in("other");

    private HttpRouteCases() {}

    static List<Case> cases() {
        return List.of(retries(), answers(), others());
    }

    private static Case retries() {
        return VirtualServiceCases.virtualService(
                "timeout, retries, faults and mirrors",
                v -> v.http(r -> r.to(WEB)
                                .timeout(ofMillis(2500))
                                .retries(
                                        4,
                                        t -> t.perTryTimeout(ofMillis(500))
                                                .retryOn("5xx", "reset")
                                                .retryRemoteLocalities(true)
                                                .retryIgnorePreviousHosts(false)
                                                .backoff(ofMillis(30)))
                                .fault(f -> f.delay(ofSeconds(2), 0.5).abort(503, 12.5))
                                .mirror(RouteDestination.of(OTHER), 7.5))
                        .http(r -> r.to(WEB)
                                .retries(1)
                                .fault(f -> f.abortGrpc("UNAVAILABLE", 99.5))
                                .mirror(RouteDestination.of(WEB)))
                        .http(r -> r.to(RouteDestination.of(WEB)).mirrors(RouteDestination.of(OTHER), 1.5)),
                s -> s.addNewHttp()
                        .addNewRoute()
                        .withDestination(VirtualServiceCases.to("web", null, null))
                        .endRoute()
                        .withTimeout("2500ms")
                        .withNewRetries()
                        .withAttempts(4)
                        .withPerTryTimeout("500ms")
                        .withRetryOn("5xx,reset")
                        .withRetryRemoteLocalities(true)
                        .withRetryIgnorePreviousHosts(false)
                        .withBackoff("30ms")
                        .endRetries()
                        .withNewFault()
                        .withNewDelay()
                        .withHttpDelayType(new HTTPFaultInjectionDelayFixedDelay("2s"))
                        .withNewPercentage(0.5)
                        .endDelay()
                        .withNewAbort()
                        .withErrorType(new HTTPFaultInjectionAbortHttpStatus(503))
                        .withNewPercentage(12.5)
                        .endAbort()
                        .endFault()
                        .withMirror(VirtualServiceCases.to("api.other.svc.cluster.example", null, null))
                        .withNewMirrorPercentage(7.5)
                        .endHttp()
                        .addNewHttp()
                        .addNewRoute()
                        .withDestination(VirtualServiceCases.to("web", null, null))
                        .endRoute()
                        .withNewRetries()
                        .withAttempts(1)
                        .endRetries()
                        .withNewFault()
                        .withNewAbort()
                        .withErrorType(new HTTPFaultInjectionAbortGrpcStatus("UNAVAILABLE"))
                        .withNewPercentage(99.5)
                        .endAbort()
                        .endFault()
                        .withMirror(VirtualServiceCases.to("web", null, null))
                        .endHttp()
                        .addNewHttp()
                        .addNewRoute()
                        .withDestination(VirtualServiceCases.to("web", null, null))
                        .endRoute()
                        .addNewMirror()
                        .withDestination(VirtualServiceCases.to("api.other.svc.cluster.example", null, null))
                        .withNewPercentage(1.5)
                        .endMirror()
                        .endHttp());
    }

    private static Case answers() {
        return VirtualServiceCases.virtualService(
                "redirects and answers of the proxy's own",
                v -> v.http(r -> r.redirect(t -> t.uri("/new")
                                .authority("new.example.com")
                                .port(8443)
                                .scheme("https")
                                .redirectCode(308)))
                        .http(r -> r.redirect(t -> t.derivePort(RedirectPortSelection.FROM_REQUEST_PORT)))
                        .http(r -> r.directResponse(503))
                        .http(r -> r.directResponse(418, "no coffee")),
                s -> s.addNewHttp()
                        .withNewRedirect()
                        .withUri("/new")
                        .withAuthority("new.example.com")
                        .withRedirectPort(new HTTPRedirectPort(8443L))
                        .withScheme("https")
                        .withRedirectCode(308L)
                        .endRedirect()
                        .endHttp()
                        .addNewHttp()
                        .withNewRedirect()
                        .withRedirectPort(
                                new HTTPRedirectDerivePort(HTTPRedirectRedirectPortSelection.FROM_REQUEST_PORT))
                        .endRedirect()
                        .endHttp()
                        .addNewHttp()
                        .withNewDirectResponse()
                        .withStatus(503L)
                        .endDirectResponse()
                        .endHttp()
                        .addNewHttp()
                        .withNewDirectResponse()
                        .withStatus(418L)
                        .withNewBody()
                        .withSpecifier(new HTTPBodyString("no coffee"))
                        .endBody()
                        .endDirectResponse()
                        .endHttp());
    }

    private static Case others() {
        return VirtualServiceCases.virtualService(
                "rewrites, delegates and origins",
                v -> v.http(r -> r.delegate(
                                VirtualService.existing("shop-routes").in("other")))
                        .http(r -> r.delegate(VirtualService.existing("near-routes")))
                        .http(r -> r.to(WEB)
                                .rewrite(w -> w.uri("/v2").authority("inner.example.com"))
                                .corsPolicy(c -> c.allowOrigin(exact("https://a.example.com"))
                                        .allowMethods("GET", "PUT")
                                        .allowHeaders("x-token")
                                        .exposeHeaders("x-page")
                                        .maxAge(ofMinutes(10))
                                        .allowCredentials(true)
                                        .unmatchedPreflights(UnmatchedPreflights.IGNORE)))
                        .http(r -> r.to(WEB).rewrite(w -> w.uriRegex("^/a/(.*)", "/b/\\1"))),
                s -> s.addNewHttp()
                        .withNewDelegate("shop-routes", "other")
                        .endHttp()
                        .addNewHttp()
                        .withNewDelegate()
                        .withName("near-routes")
                        .endDelegate()
                        .endHttp()
                        .addNewHttp()
                        .addNewRoute()
                        .withDestination(VirtualServiceCases.to("web", null, null))
                        .endRoute()
                        .withNewRewrite()
                        .withUri("/v2")
                        .withAuthority("inner.example.com")
                        .endRewrite()
                        .withCorsPolicy(new CorsPolicyBuilder()
                                .withAllowOrigins(VirtualServiceCases.exactly("https://a.example.com"))
                                .withAllowMethods("GET", "PUT")
                                .withAllowHeaders("x-token")
                                .withExposeHeaders("x-page")
                                .withMaxAge("600s")
                                .withAllowCredentials(true)
                                .withUnmatchedPreflights(CorsPolicyUnmatchedPreflights.IGNORE)
                                .build())
                        .endHttp()
                        .addNewHttp()
                        .addNewRoute()
                        .withDestination(VirtualServiceCases.to("web", null, null))
                        .endRoute()
                        .withNewRewrite()
                        .withNewUriRegexRewrite("^/a/(.*)", "/b/\\1")
                        .endRewrite()
                        .endHttp());
    }
}
