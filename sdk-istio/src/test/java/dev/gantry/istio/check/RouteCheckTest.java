package dev.gantry.istio.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static dev.gantry.istio.traffic.StringMatch.exact;
import static dev.gantry.istio.traffic.StringMatch.prefix;
import static dev.gantry.istio.traffic.StringMatch.regex;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Lines;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.cluster.Namespace;
import dev.gantry.istio.traffic.HttpMatchRequest;
import dev.gantry.istio.traffic.IstioGateway;
import dev.gantry.istio.traffic.RouteDestination;
import dev.gantry.istio.traffic.VirtualService;
import dev.gantry.network.Service;
import dev.gantry.raw.Raw;
import dev.gantry.raw.RawObjects;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RouteCheckTest {

    private static final Service WEB = Service.existing("web");
    private static final RouteDestination ONE = RouteDestination.of(Service.existing("one"));
    private static final RouteDestination OTHER = RouteDestination.of(Service.existing("other"));
    private static final Port HTTP = Port.http(80);

    @Test
    void should_warn_of_weights_that_do_not_add_up_to_100() {
        assertThat(report(virtualService(v -> v.http(r -> r.to(ONE, 90).to(OTHER, 20))))) // @sum
                .isEqualTo(expected("""
                        warning GTY-IST-004 @sum VirtualService shop/web spec.http[0].route
                          The weights 90 and 20 add up to 110: each destination gets its part of that.
                          hint: Let them add up to 100, so that they can be read as percentages.
                        """));
        assertThat(found(v -> v.http(r -> r.to(ONE, 50))))
                .containsExactly(
                        "GTY-IST-004 spec.http[0].route[0].weight The only destination has the weight 50, but gets"
                                + " all the traffic.");
        assertThat(found(v -> v.tcp(r -> r.to(ONE, 50).to(OTHER))))
                .containsExactly(
                        "GTY-IST-004 spec.tcp[0].route The weights 50 and 0 add up to 50: each destination gets"
                                + " its part of that.");
    }

    @Test
    void should_reject_weights_by_which_nobody_gets_anything() {
        assertThat(report(virtualService(v -> v.http(r -> r.to(ONE, 0).to(OTHER, 0))))) // @zero
                .isEqualTo(expected("""
                        error GTY-IST-005 @zero VirtualService shop/web spec.http[0].route
                          None of the destinations has a weight, so Istio rejects the route.
                          hint: Give each destination its part: to(destination, weight).
                        """));
        assertThat(found(v -> v.http(r -> r.to(ONE, 0))))
                .containsExactly(
                        "GTY-IST-005 spec.http[0].route[0].weight The only destination has the weight 0, but gets"
                                + " all the traffic.");
    }

    @Test
    void should_accept_weights_that_add_up_and_none_where_there_is_one_destination() {
        assertThat(found(v -> v.http(r -> r.match(m -> m.uri(exact("/a"))).to(ONE, 100))
                        .http(r -> r.match(m -> m.uri(exact("/b"))).to(ONE, 0).to(OTHER, 100))
                        .http(r -> r.to(ONE))))
                .isEmpty();
        assertThat(found(v -> v.http(r -> r.to(ONE, -1).to(OTHER, 100))))
                .containsExactly("GTY-VAL-007 spec.http[0].route[0].weight -1 is out of range.");
    }

    @Test
    void should_warn_of_retries_that_take_longer_than_the_timeout() {
        assertThat(
                        report(virtualService(v -> v.http(r -> r.to(ONE)
                                .timeout(ofSeconds(5)) // @timeout
                                .retries(3, t -> t.perTryTimeout(ofSeconds(2)))))) // @retries
                        )
                .isEqualTo(expected("""
                        warning GTY-IST-013 @retries VirtualService shop/web spec.http[0].retries
                          3 retries of 2s each take longer than the timeout of 5s, which ends them.
                          hint: Make timeout(...) longer, or perTryTimeout(...) shorter, or the retries fewer.
                          @timeout: the timeout is set here
                        """));
    }

    @Test
    void should_accept_retries_that_have_the_time() {
        assertThat(found(v -> v.http(r -> r.match(m -> m.uri(exact("/a")))
                                .to(ONE)
                                .timeout(ofSeconds(6))
                                .retries(3, t -> t.perTryTimeout(ofSeconds(2))))
                        .http(r -> r.match(m -> m.uri(exact("/b")))
                                .to(ONE)
                                .timeout(ofSeconds(0))
                                .retries(3, t -> t.perTryTimeout(ofSeconds(2))))
                        .http(r -> r.match(m -> m.uri(exact("/c")))
                                .to(ONE)
                                .timeout(ofSeconds(1))
                                .retries(0, t -> t.perTryTimeout(ofSeconds(2))))
                        .http(r -> r.to(ONE).retries(3, t -> t.perTryTimeout(ofMillis(250))))))
                .isEmpty();
    }

    @Test
    void should_reject_a_virtual_service_without_routes() {
        assertThat(found(v -> {}))
                .containsExactly("GTY-IST-014 spec The VirtualService has no routes, so Istio rejects it.");
        assertThat(found(v -> v.tcp(r -> r.to(ONE)))).isEmpty();
    }

    @Test
    void should_read_durations_of_any_form() {
        assertThat(found(v -> v.http(
                                r -> r.to(ONE).timeout(ofSeconds(1)).retries(2, t -> t.perTryTimeout(ofSeconds(1))))
                        .rawTree(tree -> ((ObjectNode) tree.at("/spec/http/0")).put("timeout", "1m0.5s"))))
                .isEmpty();
        assertThat(found(v -> v.http(
                                r -> r.to(ONE).timeout(ofSeconds(1)).retries(2, t -> t.perTryTimeout(ofSeconds(1))))
                        .rawTree(tree -> ((ObjectNode) tree.at("/spec/http/0")).put("timeout", "soon"))))
                .isEmpty();
    }

    @Test
    void should_reject_a_route_that_does_nothing_or_two_things() {
        assertThat(report(virtualService(v -> v.http(r -> r.timeout(ofSeconds(5)))))) // @nothing
                .isEqualTo(expected("""
                        error GTY-IST-014 @nothing VirtualService shop/web spec.http[0]
                          The route does not say what happens to its requests.
                          hint: Call to(service, port), redirect(...), directResponse(status) or delegate(routes).
                        """));
        assertThat(found(v -> v.http(r -> r.to(ONE).redirect(t -> t.uri("/new")))))
                .containsExactly("GTY-IST-014 spec.http[0] The route has route and redirect, of which there can be one"
                        + " only.");
        assertThat(found(v -> v.tls(r -> r.match(m -> m.sniHosts("a.example.com")))))
                .containsExactly("GTY-IST-014 spec.tls[0] The route does not say what happens to its connections.");
        assertThat(found(v ->
                        v.tls(r -> r.to(ONE)).tls(r -> r.match(m -> m.port(443)).to(ONE))))
                .contains(
                        "GTY-IST-014 spec.tls[0] The route does not say for which names it is.",
                        "GTY-IST-014 spec.tls[1].match[0] The condition does not say for which names it is.");
        assertThat(found(v -> v.http(r -> r.to(ONE).mirror(OTHER).mirrors(OTHER, 1))))
                .containsExactly(
                        "GTY-IST-014 spec.http[0].mirrors The route has mirror and mirrors, of which there can be"
                                + " one only.");
    }

    @Test
    void should_reject_routes_after_one_that_takes_everything() {
        assertThat(report(virtualService(v -> v.http(r -> r.to(ONE)) // @all
                        .http(r -> r.match(m -> m.uri(prefix("/api"))).to(OTHER))))) // @never
                .isEqualTo(expected("""
                        error GTY-IST-006 @never VirtualService shop/web spec.http[1]
                          The route can never match: spec.http[0] before it takes everything.
                          hint: Put the route without match(...) last.
                          @all: this route takes it
                        """));
    }

    @Test
    void should_reject_a_route_whose_conditions_an_earlier_one_has() {
        assertThat(swallowed(m -> m.uri(prefix("/api")), m -> m.uri(prefix("/api"))))
                .isTrue();
        assertThat(swallowed(m -> m.uri(prefix("/api")), m -> m.uri(exact("/api/orders"))))
                .isTrue();
        assertThat(swallowed(
                        m -> m.uri(prefix("/api")), m -> m.uri(prefix("/apis")).method(exact("GET"))))
                .isTrue();
        assertThat(swallowed(m -> m.uri(prefix("/")), m -> m.header("x", exact("1"))))
                .isTrue();
        assertThat(swallowed(m -> m.uri(regex(".*")), m -> m.uri(regex("/a[0-9]"))))
                .isTrue();
        assertThat(swallowed(m -> m.uri(regex("/a[0-9]")), m -> m.uri(regex("/a[0-9]"))))
                .isTrue();
        assertThat(swallowed(m -> m.headerPresent("X-User"), m -> m.header("x-user", exact("1"))))
                .isTrue();
        assertThat(swallowed(
                        m -> m.header("x", prefix("a")),
                        m -> m.header("x", exact("ab")).port(80)))
                .isTrue();
        assertThat(swallowed(m -> m.ignoreUriCase(true).uri(prefix("/API")), m -> m.uri(exact("/api/a"))))
                .isTrue();
        assertThat(swallowed(
                        m -> m.sourceLabel("app", "a"),
                        m -> m.sourceLabel("app", "a").sourceLabel("x", "y")))
                .isTrue();
        assertThat(swallowed(m -> m.gateway(gateway("a")).mesh(), m -> m.mesh()))
                .isTrue();
        assertThat(swallowed(
                        m -> m.withoutHeader("x"), m -> m.withoutHeader("x").withoutHeader("y")))
                .isTrue();
    }

    @Test
    void should_accept_a_route_of_which_something_may_be_left() {
        assertThat(swallowed(m -> m.uri(prefix("/api/orders")), m -> m.uri(prefix("/api"))))
                .isFalse();
        assertThat(swallowed(m -> m.uri(exact("/api")), m -> m.uri(prefix("/api"))))
                .isFalse();
        assertThat(swallowed(m -> m.uri(prefix("/api")).method(exact("GET")), m -> m.uri(prefix("/api"))))
                .isFalse();
        assertThat(swallowed(m -> m.uri(prefix("/api")), m -> m.uri(regex("/api/.*"))))
                .isFalse();
        assertThat(swallowed(m -> m.uri(prefix("/api")), m -> m.header("x", exact("1"))))
                .isFalse();
        assertThat(swallowed(m -> m.header("x", exact("1")), m -> m.header("x", exact("2"))))
                .isFalse();
        assertThat(swallowed(m -> m.queryParam("q", exact("1")), m -> m.queryParam("p", exact("1"))))
                .isFalse();
        assertThat(swallowed(m -> m.withoutHeader("x"), m -> m.uri(prefix("/"))))
                .isFalse();
        assertThat(swallowed(m -> m.port(80), m -> m.port(81))).isFalse();
        assertThat(swallowed(
                        m -> m.uri(prefix("/API")), m -> m.ignoreUriCase(true).uri(prefix("/API/a"))))
                .isFalse();
        assertThat(swallowed(m -> m.sourceNamespace(Namespace.existing("a")), m -> m.uri(prefix("/"))))
                .isFalse();
        assertThat(swallowed(m -> m.gateway(gateway("a")), m -> m.gateway(gateway("b"))))
                .isFalse();
        assertThat(swallowed(m -> m.gateway(gateway("a")), m -> m.uri(prefix("/"))))
                .isFalse();
    }

    @Test
    void should_warn_of_one_condition_that_never_matches() {
        assertThat(report(virtualService(v -> v.http( // @taker
                                r -> r.match(m -> m.uri(prefix("/api"))).to(ONE))
                        .http(r -> r.match(m -> m.uri(prefix("/web")))
                                .match(m -> m.uri(exact("/api/orders"))) // @left
                                .to(OTHER)))))
                .isEqualTo(expected("""
                        warning GTY-IST-007 @left VirtualService shop/web spec.http[1].match[1]
                          The condition can never match: spec.http[0] takes all that it would match.
                          hint: Leave the condition out, or put the route before the other.
                          @taker: this route takes it
                        """));
    }

    @Test
    void should_look_at_the_order_of_tls_and_tcp_routes_and_let_delegates_pass_requests_on() {
        assertThat(found(v -> v.tls(
                                r -> r.match(m -> m.sniHosts("*.example.com")).to(ONE))
                        .tls(r -> r.match(m -> m.sniHosts("a.example.com").port(443))
                                .to(OTHER))
                        .tcp(r -> r.match(m -> m.destinationSubnets("192.0.2.0/24", "10.0.0.0/8"))
                                .to(ONE))
                        .tcp(r ->
                                r.match(m -> m.destinationSubnets("10.0.0.0/8")).to(OTHER))
                        .http(r -> r.match(m -> m.uri(prefix("/"))).delegate(VirtualService.existing("inner")))
                        .http(r -> r.to(ONE))))
                .extracting(found -> found.substring(0, 23))
                .containsExactly("GTY-IST-006 spec.tls[1]", "GTY-IST-006 spec.tcp[1]");
        assertThat(found(v -> v.tls(
                                r -> r.match(m -> m.sniHosts("a.example.com")).to(ONE))
                        .tls(r -> r.match(m -> m.sniHosts("a.example.com", "b.example.com"))
                                .to(OTHER))))
                .isEmpty();
    }

    @Test
    void should_reject_two_virtual_services_for_one_host_of_the_mesh() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(VirtualService.of("one", v -> v.host(WEB).http(r -> r.to(ONE)))); // @first
                    shop.add(VirtualService.of(
                            "two",
                            v -> v.host("web.shop.svc.cluster.local") // @second
                                    .mesh()
                                    .http(r ->
                                            r.match(m -> m.uri(prefix("/api"))).to(OTHER))));
                }))
                .isEqualTo(expected("""
                        error GTY-IST-008 @second VirtualService shop/two spec.hosts[0]
                          The host "web.shop.svc.cluster.local" has routes in VirtualService shop/one too: a sidecar takes only one of the two.
                          hint: Put all routes of a host into one VirtualService, or let one delegate to the other: delegate(routes).
                          @first: the host is named here first
                        """));
    }

    @Test
    void should_accept_two_virtual_services_of_which_nobody_knows_both() {
        assertThat(findings(app -> {
                    app.stack("a", s -> s.namespace("a"))
                            .add(VirtualService.of(
                                    "one",
                                    v -> v.host("api.example.com")
                                            .exportToOwnNamespace()
                                            .http(r -> r.to(ONE))));
                    app.stack("b", s -> s.namespace("b"))
                            .add(VirtualService.of(
                                    "two",
                                    v -> v.host("api.example.com")
                                            .exportToOwnNamespace()
                                            .http(r -> r.to(ONE))));
                    app.stack("c", s -> s.namespace("c"))
                            .add(VirtualService.of("three", v -> v.host("web").http(r -> r.to(ONE))));
                    app.stack("d", s -> s.namespace("d"))
                            .add(VirtualService.of("four", v -> v.host("web").http(r -> r.to(ONE))));
                }))
                .isEmpty();
    }

    @Test
    void should_warn_of_routes_whose_order_at_a_gateway_is_open() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(VirtualService.of(
                            "one",
                            v -> v.host("a.example.com") // @one
                                    .gateway(gateway("public"))
                                    .http(r -> r.to(ONE))));
                    shop.add(VirtualService.of(
                            "two",
                            v -> v.host("a.example.com") // @two
                                    .gateway(gateway("public"))
                                    .http(r -> r.to(ONE))));
                }))
                .isEqualTo(expected("""
                        warning GTY-IST-009 @two VirtualService shop/two spec.hosts[0]
                          The host "a.example.com" has routes in VirtualService shop/one too, and some match the same requests: which come first is not said.
                          hint: Put all routes of a host into one VirtualService, or give each of them a match(...) of its own.
                          @one: the host is named here first
                        """));
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(VirtualService.of(
                            "one",
                            v -> v.host("a.example.com")
                                    .gateway(gateway("public"))
                                    .http(r -> r.match(m -> m.uri(prefix("/a"))).to(ONE))));
                    shop.add(VirtualService.of(
                            "two",
                            v -> v.host("a.example.com")
                                    .gateway(gateway("public"))
                                    .http(r -> r.match(m -> m.uri(prefix("/b"))).to(ONE))));
                    shop.add(VirtualService.of(
                            "three",
                            v -> v.host("a.example.com")
                                    .gateway(gateway("private"))
                                    .http(r -> r.to(WEB, HTTP))));
                }))
                .isEmpty();
    }

    @Test
    void should_warn_of_open_orders_though_another_host_is_not_there() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    RawObjects objects = shop.addAll(Raw.text(
                            "x.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: x}, data: {a: b}}", o -> {}));
                    for (String name : List.of("one", "two")) {
                        shop.add(VirtualService.of(
                                name,
                                v -> v.host("a.example.com")
                                        .host(Service.from(objects, "nobody"))
                                        .gateway(gateway("public"))
                                        .http(r -> r.to(ONE))));
                    }
                }))
                .extracting(finding -> finding.code() + " " + finding.field())
                .contains("GTY-RAW-013 null", "GTY-IST-009 spec.hosts[0]");
    }

    private static IstioGateway gateway(String name) {
        return IstioGateway.existing(name);
    }

    private static boolean swallowed(Consumer<HttpMatchRequest> first, Consumer<HttpMatchRequest> second) {
        return found(v -> v.http(r -> r.match(first).to(ONE))
                        .http(r -> r.match(second).to(OTHER)))
                .stream()
                .anyMatch(found -> found.startsWith("GTY-IST-006"));
    }

    private static Consumer<App> virtualService(Consumer<VirtualService.Builder> options) {
        return app -> app.stack("shop", s -> s.namespace("shop")).add(VirtualService.of("web", v -> {
            v.host("shop.example.com");
            options.accept(v);
        }));
    }

    private static List<String> found(Consumer<VirtualService.Builder> options) {
        return findings(virtualService(options)).stream()
                .map(f -> f.code() + " " + f.field() + " " + f.message())
                .toList();
    }

    private static String expected(String text) {
        return Lines.fill(RouteCheckTest.class, text);
    }
}
