package dev.gantry.istio.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Lines;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.istio.traffic.GatewayServer;
import dev.gantry.istio.traffic.IstioGateway;
import dev.gantry.istio.traffic.IstioProtocol;
import dev.gantry.istio.traffic.RouteDestination;
import dev.gantry.istio.traffic.ServiceEntry;
import dev.gantry.istio.traffic.VirtualService;
import dev.gantry.network.Service;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GatewayNameCheckTest {

    private static final RouteDestination WEB = RouteDestination.host("web");

    @Test
    void should_warn_of_a_virtual_service_that_forgets_the_gateway_of_its_host() {
        assertThat(report(app -> {
                    edge(app, s -> s.host("a.example.com")); // @served
                    shop(app)
                            .add(VirtualService.of(
                                    "a", v -> v.host("a.example.com").http(r -> r.to(WEB)))); // @forgotten
                }))
                .isEqualTo(expected("""
                        warning GTY-IST-021 @forgotten VirtualService shop/a spec.hosts[0]
                          Gateway edge/public serves the host "a.example.com", but the VirtualService does not name it, so its routes hold within the mesh only.
                          hint: Call gateway(...) with it, and mesh() too if the routes are for the mesh as well; mesh() alone says that they are for the mesh only.
                          @served: Gateway edge/public has the host here
                        """));
    }

    @Test
    void should_tell_a_forgotten_gateway_once_and_not_as_a_host_without_routes() {
        assertThat(found(app -> {
                    IstioGateway gateway = IstioGateway.of(
                            "public",
                            g -> g.server(
                                            "http",
                                            80,
                                            IstioProtocol.HTTP,
                                            s -> s.host("a.example.com").host("*.example.org"))
                                    .server("more", 8080, IstioProtocol.HTTP, s -> s.host("*.example.org")));
                    Stack edge = app.stack("edge", s -> s.namespace("edge"));
                    edge.add(gateway);
                    edge.add(VirtualService.of(
                            "a", v -> v.host("a.example.com").gateway(gateway).http(r -> r.to(WEB))));
                    edge.add(VirtualService.of("b", v -> v.host("b.example.org").http(r -> r.to(WEB))));
                }))
                .containsExactly("GTY-IST-021 spec.hosts[0]");
    }

    @Test
    void should_accept_routes_that_are_for_the_mesh_and_gateways_that_serve_every_host() {
        assertThat(beside("*", v -> v.host("a.example.com"))).isEmpty();
        assertThat(beside("a.example.com", v -> v.host("a.example.com").mesh())).isEmpty();
        assertThat(beside("a.example.com", v -> v.host("b.example.com"))).isEmpty();
        assertThat(beside("a.example.com", v -> v.host("*.example.com"))).isEmpty();
        assertThat(beside("*.local", v -> v.host("web.shop.svc.cluster.local"))).isEmpty();
        assertThat(beside(
                        "a.example.com",
                        v -> v.host("a.example.com")
                                .gateway(IstioGateway.existing("inner").in("edge"))))
                .isEmpty();
    }

    @Test
    void should_accept_routes_of_the_mesh_beside_routes_of_the_gateway_and_to_service_entries() {
        assertThat(found(app -> {
                    IstioGateway gateway =
                            edge(app, s -> s.host("a.example.com").host("*.example.org"));
                    Stack shop = shop(app);
                    shop.add(VirtualService.of(
                            "outer",
                            v -> v.host("a.example.com").gateway(gateway).http(r -> r.to(WEB))));
                    shop.add(VirtualService.of(
                            "inner", v -> v.host("a.example.com").http(r -> r.to(WEB))));
                    shop.add(VirtualService.of(
                            "other",
                            v -> v.host("b.example.org").gateway(gateway).http(r -> r.to(WEB))));
                    shop.add(ServiceEntry.of(
                            "bank", "bank.example.org", e -> e.port(Port.tcp("tls", 443), IstioProtocol.TLS)));
                    shop.add(VirtualService.of(
                            "bank", v -> v.host("bank.example.org").http(r -> r.to(WEB))));
                }))
                .isEmpty();
    }

    @Test
    void should_warn_of_a_gateway_that_the_program_has_in_another_namespace() {
        assertThat(report(app -> {
                    edge(app, s -> s.host("a.example.com")); // @gateway
                    shop(app)
                            .add(VirtualService.of(
                                    "a",
                                    v -> v.host("a.example.com")
                                            .gateway(IstioGateway.existing("public")) // @elsewhere
                                            .http(r -> r.to(WEB))));
                }))
                .isEqualTo(expected("""
                        warning GTY-IST-022 @elsewhere VirtualService shop/a spec.gateways[0]
                          "public" means a Gateway of the namespace "shop", but Gateway edge/public is elsewhere.
                          hint: Pass the Gateway itself, or name its namespace: IstioGateway.existing("public").in("edge"); or, if another of that name is meant, IstioGateway.existing("public").in("shop").
                          @made: Gateway edge/public is made here
                        """));
    }

    @Test
    void should_accept_gateways_that_live_outside() {
        for (IstioGateway gateway : List.of(
                IstioGateway.existing("other"),
                IstioGateway.existing("public").in("edge"),
                IstioGateway.existing("public").in("shop"),
                IstioGateway.existing("public").in("system"))) {
            assertThat(beside("a.example.com", v -> v.host("a.example.com").gateway(gateway)))
                    .as(gateway.name() + " of " + gateway.ownNamespace())
                    .isEmpty();
        }
        assertThat(found(app -> {
                    app.stack("edge").add(gateway(s -> s.host("a.example.com")));
                    shop(app)
                            .add(VirtualService.of(
                                    "a",
                                    v -> v.host("a.example.com")
                                            .gateway(IstioGateway.existing("public"))
                                            .http(r -> r.to(WEB))));
                }))
                .isEmpty();
    }

    private static List<String> beside(String served, Consumer<VirtualService.Builder> options) {
        return found(app -> {
            edge(app, s -> s.host(served));
            Stack shop = shop(app);
            shop.add(Service.of("web", s -> s.headless().port(Port.http(80))));
            shop.add(VirtualService.of("a", v -> {
                options.accept(v);
                v.http(r -> r.to(WEB));
            }));
        });
    }

    private static Stack shop(App app) {
        return app.stack("shop", s -> s.namespace("shop"));
    }

    private static IstioGateway edge(App app, Consumer<GatewayServer> server) {
        return app.stack("edge", s -> s.namespace("edge")).add(gateway(server));
    }

    private static IstioGateway gateway(Consumer<GatewayServer> server) {
        return IstioGateway.of("public", g -> g.server("http", 80, IstioProtocol.HTTP, server)); // @made
    }

    private static List<String> found(Consumer<App> program) {
        return findings(program).stream().map(f -> f.code() + " " + f.field()).toList();
    }

    private static String expected(String text) {
        return Lines.fill(GatewayNameCheckTest.class, text);
    }
}
