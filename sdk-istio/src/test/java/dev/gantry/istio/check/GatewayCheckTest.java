package dev.gantry.istio.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Stack;
import dev.gantry.cluster.Namespace;
import dev.gantry.config.Secret;
import dev.gantry.istio.traffic.GatewayServer;
import dev.gantry.istio.traffic.IstioGateway;
import dev.gantry.istio.traffic.IstioProtocol;
import dev.gantry.istio.traffic.RouteDestination;
import dev.gantry.istio.traffic.ServerTlsMode;
import dev.gantry.istio.traffic.VirtualService;
import dev.gantry.workload.Deployment;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GatewayCheckTest {

    private static final Secret TLS = Secret.existing("shop-tls");
    private static final RouteDestination WEB = RouteDestination.host("web");

    @Test
    void should_reject_a_server_that_speaks_tls_without_settings() {
        assertThat(report(program(
                        g -> g.server("https", 443, IstioProtocol.HTTPS, s -> s.host("a.example.com"))))) // @server
                .isEqualTo(expected("""
                        error GTY-IST-015 @server Gateway edge/public spec.servers[0]
                          The server speaks HTTPS, but has no TLS settings.
                          hint: Call tls(ServerTlsMode.SIMPLE, certificate), or tls(ServerTlsMode.PASSTHROUGH, t -> {}).
                        """));
    }

    @Test
    void should_reject_settings_that_do_not_go_with_the_protocol() {
        assertThat(server(IstioProtocol.HTTP, s -> s.tls(ServerTlsMode.SIMPLE, TLS)))
                .containsExactly(
                        "GTY-IST-015 spec.servers[0].tls The server speaks HTTP, which is not encrypted, but has"
                                + " TLS settings.");
        assertThat(server(IstioProtocol.TCP, s -> s.httpsRedirect()))
                .containsExactly(
                        "GTY-IST-015 spec.servers[0].tls The server speaks TCP, which is not encrypted, but has"
                                + " TLS settings.");
        assertThat(server(IstioProtocol.HTTPS, s -> s.tls(ServerTlsMode.SIMPLE, t -> {})))
                .containsExactly("GTY-IST-015 spec.servers[0].tls The mode SIMPLE needs a certificate.");
        assertThat(server(IstioProtocol.TLS, s -> s.tls(ServerTlsMode.ISTIO_MUTUAL, TLS)))
                .containsExactly("GTY-IST-015 spec.servers[0].tls With ISTIO_MUTUAL the certificate is Istio's own, but"
                        + " another is named.");
        assertThat(server(IstioProtocol.TLS, s -> s.tls(ServerTlsMode.MUTUAL, t -> t.certificate("/crt", "/key"))))
                .containsExactly(
                        "GTY-IST-015 spec.servers[0].tls The mode MUTUAL needs the authorities that clients are"
                                + " verified by.");
        assertThat(server(
                        IstioProtocol.TLS,
                        s -> s.tls(ServerTlsMode.SIMPLE, t -> t.credential(TLS).certificate("/crt", "/key"))))
                .containsExactly(
                        "GTY-IST-015 spec.servers[0].tls The certificate is said to be in a Secret and in files.");
        assertThat(server(
                        IstioProtocol.TLS,
                        s -> s.tls(
                                ServerTlsMode.PASSTHROUGH,
                                t -> t.credentials(TLS).tlsCertificate("/crt", "/key"))))
                .containsExactly(
                        "GTY-IST-015 spec.servers[0].tls The certificate is said to be in a Secret and in files.");
        assertThat(server(IstioProtocol.TLS, s -> s.tls(ServerTlsMode.SIMPLE, t -> t.credentials(TLS, TLS, TLS))))
                .containsExactly("GTY-IST-015 spec.servers[0].tls There may be two certificates, one with RSA and one"
                        + " with ECDSA, but credentialNames has 3.");
    }

    @Test
    void should_accept_settings_that_go_with_the_protocol() {
        assertThat(server(IstioProtocol.HTTP, s -> s.httpsRedirect())).isEmpty();
        assertThat(server(IstioProtocol.HTTPS, s -> s.tls(ServerTlsMode.MUTUAL, TLS)))
                .isEmpty();
        assertThat(server(IstioProtocol.TLS, s -> s.tls(ServerTlsMode.PASSTHROUGH, t -> {})))
                .isEmpty();
        assertThat(server(IstioProtocol.TLS, s -> s.tls(ServerTlsMode.ISTIO_MUTUAL, t -> {})))
                .isEmpty();
        assertThat(server(
                        IstioProtocol.TLS,
                        s -> s.tls(
                                ServerTlsMode.MUTUAL,
                                t -> t.certificate("/crt", "/key").caCertificates("/ca"))))
                .isEmpty();
    }

    @Test
    void should_reject_a_server_without_hosts_and_a_port_with_two_protocols() {
        assertThat(found(program(g -> g.server("http", 80, IstioProtocol.HTTP, s -> {}))))
                .containsExactly("GTY-IST-015 spec.servers[0] The server has no hosts.");
        assertThat(found(program(g -> g.server("http", 443, IstioProtocol.HTTP, s -> s.host("a.example.com"))
                        .server(
                                "https",
                                443,
                                IstioProtocol.HTTPS,
                                s -> s.host("b.example.com").tls(ServerTlsMode.SIMPLE, TLS)))))
                .containsExactly("GTY-IST-015 spec.servers[1].port The port 443 speaks HTTPS here, and HTTP in another"
                        + " server.");
        assertThat(found(program(g -> {})))
                .containsExactly("GTY-IST-015 spec The Gateway has no servers, so it opens no port.");
    }

    @Test
    void should_reject_servers_of_one_port_of_which_istio_takes_one() {
        assertThat(shared(IstioProtocol.HTTP, IstioProtocol.TCP, s -> {}))
                .containsExactly(
                        "GTY-IST-015 spec.servers[1].port The port 80 speaks TCP here, and HTTP in another server.");
        assertThat(shared(IstioProtocol.TCP, IstioProtocol.TCP, s -> {}))
                .containsExactly(
                        "GTY-IST-015 spec.servers[1].port Another server speaks TCP at the port 80 already, and Istio"
                                + " leaves this one out.");
    }

    @Test
    void should_accept_servers_of_one_port_that_istio_puts_together() {
        assertThat(shared(IstioProtocol.HTTP, IstioProtocol.HTTP2, s -> {})).isEmpty();
        assertThat(shared(IstioProtocol.HTTP, IstioProtocol.GRPC, s -> {})).isEmpty();
        assertThat(shared(IstioProtocol.HTTP, IstioProtocol.TCP, s -> s.bind("192.0.2.7")))
                .isEmpty();
        assertThat(found(program(g -> g.server(
                                "https",
                                443,
                                IstioProtocol.HTTPS,
                                s -> s.host("a.example.com").tls(ServerTlsMode.SIMPLE, TLS))
                        .server(
                                "tls",
                                443,
                                IstioProtocol.TLS,
                                s -> s.host("b.example.com").tls(ServerTlsMode.PASSTHROUGH, t -> {})))))
                .isEmpty();
    }

    private static List<String> shared(IstioProtocol one, IstioProtocol other, Consumer<GatewayServer> options) {
        return found(program(
                g -> g.server("one", 80, one, s -> s.host("a.example.com")).server("other", 80, other, s -> {
                    s.host("b.example.com");
                    options.accept(s);
                })));
    }

    @Test
    void should_reject_a_secret_that_holds_no_certificate() {
        assertThat(report(app -> {
                    Stack edge = app.stack("edge", s -> s.namespace("edge"));
                    Secret empty = edge.add(Secret.of("shop-tls", s -> {})); // @secret
                    edge.add(IstioGateway.of(
                            "public",
                            g -> g.server(
                                    "https",
                                    443,
                                    IstioProtocol.HTTPS,
                                    s -> s.host("a.example.com").tls(ServerTlsMode.SIMPLE, empty)))); // @tls
                }))
                .isEqualTo(expected("""
                        error GTY-IST-016 @tls Gateway edge/public spec.servers[0].tls.credentialName
                          Secret edge/shop-tls holds no certificate and key.
                          hint: Give it the keys tls.crt and tls.key, or name a Secret that has them.
                          @secret: Secret edge/shop-tls is made here
                        """));
    }

    @Test
    void should_reject_a_secret_that_does_not_lie_beside_the_pods_of_the_gateway() {
        assertThat(findings(app -> {
                    Deployment proxies = app.stack("system", s -> s.namespace("istio-system"))
                            .add(Deployment.of(
                                    "gateway",
                                    d -> d.selector("istio", "gateway")
                                            .container("proxy", Image.of("registry.example.com/proxy:1"), c -> {})));
                    Stack edge = app.stack("edge", s -> s.namespace("edge"));
                    Secret far = edge.add(
                            Secret.of("shop-tls", s -> s.text("tls.crt", "x").text("tls.key", "y")));
                    edge.add(IstioGateway.of(
                            "public",
                            g -> g.selects(proxies)
                                    .server(
                                            "https",
                                            443,
                                            IstioProtocol.HTTPS,
                                            s -> s.host("a.example.com").tls(ServerTlsMode.SIMPLE, far))));
                }))
                .extracting(f -> f.code() + " " + f.message())
                .filteredOn(found -> found.startsWith("GTY-IST"))
                .containsExactly(
                        "GTY-IST-016 Secret edge/shop-tls does not lie beside the gateway's pods, which are in the"
                                + " namespace \"istio-system\".");
    }

    @Test
    void should_accept_secrets_that_hold_a_certificate_or_come_from_elsewhere() {
        assertThat(findings(app -> {
                    Stack edge = app.stack("edge", s -> s.namespace("edge"));
                    Secret good =
                            edge.add(Secret.of("a", s -> s.text("tls.crt", "x").text("tls.key", "y")));
                    Secret generic =
                            edge.add(Secret.of("b", s -> s.text("cert", "x").text("key", "y")));
                    edge.add(IstioGateway.of(
                            "public",
                            g -> g.server(
                                            "https",
                                            443,
                                            IstioProtocol.HTTPS,
                                            s -> s.host("a.example.com").tls(ServerTlsMode.SIMPLE, good))
                                    .server(
                                            "tls",
                                            444,
                                            IstioProtocol.TLS,
                                            s -> s.host("b.example.com")
                                                    .tls(ServerTlsMode.SIMPLE, t -> t.credentials(generic, TLS)))));
                }))
                .filteredOn(finding -> finding.code().startsWith("GTY-IST"))
                .isEmpty();
    }

    @Test
    void should_warn_of_a_host_that_no_routes_of_the_gateway_serve() {
        assertThat(report(app -> {
                    Stack edge = app.stack("edge", s -> s.namespace("edge"));
                    IstioGateway gateway =
                            edge.add(gateway(s -> s.host("a.example.com").host("b.example.com"))); // @unserved
                    edge.add(VirtualService.of(
                            "a",
                            v -> v.host("a.example.com") // @hosts
                                    .gateway(gateway)
                                    .http(r -> r.to(WEB))));
                }))
                .isEqualTo(expected("""
                        warning GTY-IST-017 @unserved Gateway edge/public spec.servers[0].hosts[1]
                          No VirtualService that names this gateway has routes for the host "b.example.com".
                          hint: Add host("b.example.com") to one of them, or leave the host out.
                          @hosts: VirtualService edge/a has its hosts here
                        """));
    }

    @Test
    void should_reject_routes_that_name_a_gateway_without_their_hosts() {
        assertThat(report(app -> {
                    Stack edge = app.stack("edge", s -> s.namespace("edge"));
                    IstioGateway gateway = edge.add(gateway(s -> s.host("*.example.com")));
                    edge.add(VirtualService.of(
                            "a", v -> v.host("a.example.com").gateway(gateway).http(r -> r.to(WEB))));
                    edge.add(VirtualService.of(
                            "b",
                            v -> v.host("b.example.org")
                                    .gateway(gateway) // @named
                                    .http(r -> r.to(WEB))));
                }))
                .isEqualTo(expected("""
                        error GTY-IST-018 @named VirtualService edge/b spec.gateways[0]
                          Gateway edge/public serves none of the hosts of this VirtualService, so none of its requests get here.
                          hint: Name one of its hosts with host(...), or add the host to a server of the gateway. It serves "*.example.com".
                          @servers: Gateway edge/public has its hosts here
                        """));
    }

    @Test
    void should_read_the_namespaces_before_hosts() {
        assertThat(routed(s -> s.host(Namespace.existing("shop"), "a.example.com")))
                .isEmpty();
        assertThat(routed(s -> s.host("*"))).isEmpty();
        assertThat(routed(s -> s.host(Namespace.existing("other"), "a.example.com")))
                .contains("GTY-IST-018 spec.gateways[0]");
        assertThat(routed(s -> s.hostOfOwnNamespace("a.example.com"))).contains("GTY-IST-018 spec.gateways[0]");
    }

    @Test
    void should_accept_gateways_whose_routes_are_elsewhere_and_such_that_need_none() {
        assertThat(found(program(g -> g.server("http", 80, IstioProtocol.HTTP, s -> s.host("a.example.com")))))
                .isEmpty();
        assertThat(findings(app -> {
                    Stack edge = app.stack("edge", s -> s.namespace("edge"));
                    IstioGateway gateway = edge.add(IstioGateway.of(
                            "cross",
                            g -> g.server(
                                            "tls",
                                            15_443,
                                            IstioProtocol.TLS,
                                            s -> s.host("*.local").tls(ServerTlsMode.AUTO_PASSTHROUGH, t -> {}))
                                    .server("http", 80, IstioProtocol.HTTP, s -> s.host("a.example.com"))));
                    edge.add(VirtualService.of(
                            "a", v -> v.host("*.example.com").gateway(gateway).http(r -> r.to(WEB))));
                }))
                .isEmpty();
    }

    @Test
    void should_read_edited_trees() {
        assertThat(found(program(g -> g.server("http", 80, IstioProtocol.HTTP, s -> s.host("a.example.com"))
                        .rawTree(tree -> ((ObjectNode) tree.at("/spec/servers/0")).remove("hosts")))))
                .containsExactly("GTY-IST-015 spec.servers[0] The server has no hosts.");
    }

    private static List<String> routed(Consumer<GatewayServer> server) {
        return findings(app -> {
                    IstioGateway gateway =
                            app.stack("edge", s -> s.namespace("edge")).add(gateway(server));
                    app.stack("shop", s -> s.namespace("shop"))
                            .add(VirtualService.of(
                                    "a",
                                    v -> v.host("a.example.com")
                                            .gateway(gateway)
                                            .http(r -> r.to(WEB))));
                })
                .stream()
                .map(f -> f.code() + " " + f.field())
                .toList();
    }

    private static IstioGateway gateway(Consumer<GatewayServer> server) {
        return IstioGateway.of("public", g -> g.server("http", 80, IstioProtocol.HTTP, server)); // @servers
    }

    private static List<String> server(IstioProtocol protocol, Consumer<GatewayServer> options) {
        return found(program(g -> g.server("port", 443, protocol, s -> {
            s.host("a.example.com");
            options.accept(s);
        })));
    }

    private static Consumer<App> program(Consumer<IstioGateway.Builder> options) {
        return app -> app.stack("edge", s -> s.namespace("edge")).add(IstioGateway.of("public", options));
    }

    private static List<String> found(Consumer<App> program) {
        return findings(program).stream()
                .map(f -> f.code() + " " + f.field() + " " + f.message())
                .toList();
    }

    private static String expected(String text) {
        return Lines.fill(GatewayCheckTest.class, text);
    }
}
