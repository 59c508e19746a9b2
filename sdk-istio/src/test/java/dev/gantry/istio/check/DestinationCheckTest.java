package dev.gantry.istio.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.istio.traffic.DestinationRule;
import dev.gantry.istio.traffic.IstioGateway;
import dev.gantry.istio.traffic.IstioProtocol;
import dev.gantry.istio.traffic.RouteDestination;
import dev.gantry.istio.traffic.ServiceEntry;
import dev.gantry.istio.traffic.VirtualService;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DestinationCheckTest {

    private static final Port HTTP = Port.http(8080);
    private static final Port ADMIN = Port.tcp("admin", 9000);

    @Test
    void should_reject_a_subset_that_the_rule_of_the_host_does_not_have() {
        assertThat(report(app -> {
                    Shop shop = new Shop(app.stack("shop", s -> s.namespace("shop")));
                    shop.stack.add(
                            DestinationRule.of("web", shop.service, d -> d.subset("stable", shop.stable))); // @rule
                    RouteDestination gone = RouteDestination.of(shop.service).subset("stabel");
                    shop.stack.add(
                            VirtualService.of("web", v -> v.host(shop.service).http(r -> r.to(gone)))); // @route
                }))
                .isEqualTo(expected("""
                        error GTY-IST-001 @route VirtualService shop/web spec.http[0].route[0].destination.subset
                          No DestinationRule has the subset "stabel" of the host "web".
                          hint: Did you mean "stable"?
                          @rule: DestinationRule shop/web has "stable"
                        """));
    }

    @Test
    void should_reject_a_subset_where_there_is_no_rule_at_all() {
        assertThat(found(shop -> shop.stack.add(VirtualService.of(
                        "web",
                        v -> v.host(shop.service)
                                .http(r ->
                                        r.to(RouteDestination.of(shop.service).subset("stable")))))))
                .containsExactly(
                        "GTY-IST-001 spec.http[0].route[0].destination.subset No DestinationRule of the program is"
                                + " for the host \"web\", so it has no subset \"stable\".");
    }

    @Test
    void should_accept_subsets_of_rules_that_may_be_elsewhere() {
        assertThat(found(shop -> {
                    shop.stack.add(DestinationRule.forHost(
                            "all", "*.svc.cluster.local", d -> d.subset("any", s -> s.label("track", "stable"))));
                    shop.stack.add(VirtualService.of(
                            "api",
                            v -> v.host("api.example.com")
                                    .http(r -> r.to(RouteDestination.of(
                                                    Service.existing("api").in("other"))
                                            .subset("new")))));
                }))
                .isEmpty();
    }

    @Test
    void should_find_a_rule_by_the_full_name_of_its_host() {
        assertThat(found(shop -> {
                    shop.stack.add(DestinationRule.forHost(
                            "web", "web.shop.svc.cluster.local", d -> d.subset("stable", shop.stable)));
                    shop.stack.add(VirtualService.of(
                            "web",
                            v -> v.host(shop.service)
                                    .http(r -> r.to(
                                            RouteDestination.of(shop.service).subset("stable")))));
                }))
                .isEmpty();
    }

    @Test
    void should_find_a_workload_that_has_no_subset_once() {
        assertThat(found(shop -> {
                    DestinationRule tracks = shop.stack.add(
                            DestinationRule.of("web", shop.service, d -> d.subset("stable", shop.stable)));
                    shop.stack.add(VirtualService.of(
                            "web",
                            v -> v.host(shop.service)
                                    .http(r ->
                                            r.to(tracks.subset(shop.canary), 10).to(tracks.subset("stable"), 90))));
                }))
                .containsExactly(
                        "GTY-VAL-010 spec.http[0].route[0].destination.subset DestinationRule web has no subset"
                                + " for Deployment web-canary.");
    }

    @Test
    void should_warn_of_a_subset_whose_labels_no_pods_behind_the_host_have() {
        assertThat(report(app -> {
                    Shop shop = new Shop(app.stack("shop", s -> s.namespace("shop")));
                    shop.stack.add(DestinationRule.of(
                            "web", shop.service, d -> d.subset("old", s -> s.label("track", "old")))); // @subset
                }))
                .isEqualTo(expected("""
                        warning GTY-IST-002 @subset DestinationRule shop/web spec.subsets[0].labels
                          None of the pods behind Service shop/web has the labels track=old.
                          hint: Make the subset of the workload itself: subset(name, workload), or give its pods the labels with podLabel(key, value).
                          @labels: the pods of Deployment shop/web-stable have app=web and track=stable
                          @labels: the pods of Deployment shop/web-canary have app=web and track=canary
                        """));
    }

    @Test
    void should_accept_subsets_of_hosts_whose_pods_are_not_known() {
        assertThat(found(shop -> {
                    Service manual = shop.stack.add(
                            Service.of("manual", s -> s.headless().port(HTTP)));
                    shop.stack.add(DestinationRule.of("manual", manual, d -> d.subset("a", s -> s.label("x", "y"))));
                    shop.stack.add(DestinationRule.of(
                            "api", Service.existing("api"), d -> d.subset("a", s -> s.label("x", "y"))));
                    shop.stack.add(DestinationRule.of("web", shop.service, d -> d.subset("all", s -> {})));
                }))
                .filteredOn(found -> found.startsWith("GTY-IST"))
                .isEmpty();
    }

    @Test
    void should_warn_of_a_subset_that_the_routes_to_its_host_leave_out() {
        assertThat(report(app -> {
                    Shop shop = new Shop(app.stack("shop", s -> s.namespace("shop")));
                    DestinationRule tracks = shop.stack.add(DestinationRule.of(
                            "web",
                            shop.service,
                            d -> d.subset("stable", shop.stable).subset("canary", shop.canary))); // @unused
                    shop.stack.add(VirtualService.of(
                            "web", v -> v.host(shop.service).http(r -> r.to(tracks.subset(shop.stable)))));
                }))
                .isEqualTo(expected("""
                        warning GTY-IST-003 @unused DestinationRule shop/web spec.subsets[1]
                          No route leads to the subset "canary", though routes lead to "stable" of this host.
                          hint: Lead a route there with to(rule.subset(...), weight), or leave the subset out.
                        """));
    }

    @Test
    void should_accept_subsets_that_no_route_of_the_program_names() {
        assertThat(found(shop -> {
                    shop.stack.add(DestinationRule.of(
                            "web",
                            shop.service,
                            d -> d.subset("stable", shop.stable).subset("canary", shop.canary)));
                    shop.stack.add(
                            VirtualService.of("web", v -> v.host(shop.service).http(r -> r.to(shop.service))));
                }))
                .isEmpty();
    }

    @Test
    void should_reject_a_port_that_the_service_has_not() {
        assertThat(report(app -> {
                    Shop shop = new Shop(app.stack("shop", s -> s.namespace("shop")));
                    shop.stack.add(VirtualService.of(
                            "web",
                            v -> v.host(shop.service)
                                    .http(r -> r.to( // @port
                                            RouteDestination.of(shop.service).port(8080)))));
                }))
                .isEqualTo(expected("""
                        error GTY-IST-011 @port VirtualService shop/web spec.http[0].route[0].destination.port.number
                          Service shop/web has no port 8080.
                          hint: Pass the port of the container, for which the number that clients connect to is written: to(service, port). It has 80 (http) and 9000 (admin).
                          @ports: Service shop/web has its ports here
                        """));
    }

    @Test
    void should_look_at_mirrors_and_at_ports_of_service_entries_too() {
        assertThat(found(shop -> {
                    ServiceEntry outside = shop.stack.add(
                            ServiceEntry.of("outside", "api.example.org", e -> e.port(HTTP, IstioProtocol.HTTP)));
                    shop.stack.add(VirtualService.of(
                            "web",
                            v -> v.host(shop.service)
                                    .http(r -> r.to(shop.service, HTTP)
                                            .mirrors(
                                                    RouteDestination.of(shop.service)
                                                            .port(81),
                                                    1)
                                            .mirrors(
                                                    RouteDestination.of(outside).port(8081), 1))));
                }))
                .containsExactly(
                        "GTY-IST-011 spec.http[0].mirrors[0].destination.port.number Service shop/web has no port 81.",
                        "GTY-IST-011 spec.http[0].mirrors[1].destination.port.number ServiceEntry shop/outside has no port"
                                + " 8081.");
    }

    @Test
    void should_find_a_port_that_was_passed_and_is_not_there_once() {
        assertThat(found(shop -> shop.stack.add(VirtualService.of(
                        "web", v -> v.host(shop.service).http(r -> r.to(shop.service, Port.tcp("grpc", 7000)))))))
                .containsExactly(
                        "GTY-VAL-006 spec.http[0].route[0].destination.port.number Service web has no port grpc"
                                + " (7000/TCP).");
    }

    @Test
    void should_warn_of_a_host_that_is_almost_one_of_the_program() {
        assertThat(report(app -> {
                    Shop shop = new Shop(app.stack("shop", s -> s.namespace("shop")));
                    shop.stack.add(VirtualService.of(
                            "web",
                            v -> v.host("shop.example.com").http(r -> r.to(RouteDestination.host("wb"))))); // @host
                }))
                .isEqualTo(expected("""
                        warning GTY-IST-010 @host VirtualService shop/web spec.http[0].route[0].destination.host
                          The program has no Service or ServiceEntry for the host "wb".
                          hint: Did you mean the Service "web"? Better pass the Service: to(service, port).
                        """));
    }

    @Test
    void should_tell_names_that_istio_does_not_complete() {
        assertThat(hints("web.shop")).contains("Istio completes only names without dots");
        assertThat(hints("web.shop.svc")).contains("\"web.shop.svc.cluster.local\"");
        assertThat(hints("wbe.shop.svc.cluster.local")).contains("Did you mean the Service \"web\"?");
        assertThat(findings(app -> {
                    new Shop(app.stack("shop", s -> s.namespace("shop")));
                    app.stack("edge", s -> s.namespace("edge"))
                            .add(VirtualService.of(
                                    "web", v -> v.host("a.example.com").http(r -> r.to(RouteDestination.host("web")))));
                }))
                .singleElement()
                .satisfies(f -> assertThat(f.hint()).contains("but Service shop/web is elsewhere"));
    }

    @Test
    void should_accept_hosts_that_live_outside() {
        for (String host : List.of("orders", "example.org", "orders.other.svc.cluster.local", "*.example.org")) {
            assertThat(hints(host)).as(host).isEmpty();
        }
    }

    @Test
    void should_warn_of_a_route_from_a_gateway_that_leaves_the_port_open() {
        assertThat(report(app -> {
                    Shop shop = new Shop(app.stack("shop", s -> s.namespace("shop")));
                    shop.stack.add(VirtualService.of(
                            "web",
                            v -> v.host("shop.example.com")
                                    .gateway(IstioGateway.existing("public"))
                                    .http(r -> r.to(shop.service)))); // @open
                }))
                .isEqualTo(expected("""
                        warning GTY-IST-012 @open VirtualService shop/web spec.http[0].route[0].destination
                          Service shop/web has 2 ports, and the route does not say which it means. A gateway takes the number of its own port then.
                          hint: Say it: to(service, port), or subset(workload).port(port).
                          @ports: Service shop/web has its ports here
                        """));
    }

    @Test
    void should_accept_an_open_port_within_the_mesh_and_where_the_gateway_has_the_number() {
        assertThat(found(shop -> {
                    IstioGateway gateway = shop.stack.add(IstioGateway.of(
                            "public", g -> g.server("http", 80, IstioProtocol.HTTP, s -> s.host("shop.example.com"))));
                    shop.stack.add(VirtualService.of(
                            "web",
                            v -> v.host("shop.example.com").gateway(gateway).http(r -> r.to(shop.service))));
                    shop.stack.add(
                            VirtualService.of("inner", v -> v.host(shop.service).http(r -> r.to(shop.service))));
                }))
                .isEmpty();
    }

    @Test
    void should_read_edited_trees() {
        assertThat(found(shop -> shop.stack.add(VirtualService.of(
                        "web",
                        v -> v.host(shop.service)
                                .http(r -> r.to(shop.service, HTTP))
                                .rawTree(tree -> ((ObjectNode) tree.at("/spec/http/0/route/0/destination"))
                                        .put("host", "wed"))))))
                .containsExactly("GTY-IST-010 spec.http[0].route[0].destination.host The program has no Service or"
                        + " ServiceEntry for the host \"wed\".");
    }

    private static String hints(String host) {
        return findings(app -> {
                    Shop shop = new Shop(app.stack("shop", s -> s.namespace("shop")));
                    shop.stack.add(VirtualService.of(
                            "web", v -> v.host("shop.example.com").http(r -> r.to(RouteDestination.host(host)))));
                })
                .stream()
                .map(finding -> String.valueOf(finding.hint()))
                .reduce("", String::concat);
    }

    private static List<String> found(Consumer<Shop> program) {
        return findings(app -> program.accept(new Shop(app.stack("shop", s -> s.namespace("shop"))))).stream()
                .map(f -> f.code() + " " + f.field() + " " + f.message())
                .toList();
    }

    private static String expected(String text) {
        return Lines.fill(DestinationCheckTest.class, text);
    }

    /** Two workloads behind one Service. */
    private static final class Shop {

        private final Stack stack;
        private final Deployment stable;
        private final Deployment canary;
        private final Service service;

        Shop(Stack stack) {
            this.stack = stack;
            this.stable = stack.add(web("stable", d -> d.selector("track", "stable")));
            this.canary = stack.add(web("canary", d -> d.selector("track", "canary")));
            this.service = stack.add(Service.of(
                    "web", s -> s.selects(stable, canary).port(HTTP, 80).port(ADMIN))); // @ports
        }

        private static Deployment web(String track, Consumer<Deployment.Builder> options) {
            return Deployment.of("web-" + track, d -> {
                d.selector("app", "web"); // @labels
                options.accept(d);
                d.container("web", Image.of("registry.example.com/web:1"), c -> c.ports(HTTP, ADMIN));
            });
        }
    }
}
