package dev.gantry.istio.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.cluster.Namespace;
import dev.gantry.istio.Injection;
import dev.gantry.istio.security.AuthorizationPolicy;
import dev.gantry.istio.security.AuthorizationRule;
import dev.gantry.istio.security.MutualTlsMode;
import dev.gantry.istio.security.PeerAuthentication;
import dev.gantry.istio.traffic.ClientTlsMode;
import dev.gantry.istio.traffic.DestinationRule;
import dev.gantry.network.Service;
import dev.gantry.raw.Raw;
import dev.gantry.workload.Deployment;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients and monitors are told of TLS, and what workloads insist on. */
class MutualTlsCheckTest {

    private static final Port HTTP = Port.http(8080);
    private static final Port METRICS = Port.tcp("metrics", 9090);
    private static final ClientTlsMode PLAIN = ClientTlsMode.DISABLE;

    @Test
    void should_reject_plain_text_to_a_workload_that_takes_mutual_tls_only() {
        assertThat(report(app -> {
                    Shop shop = new Shop(app.stack("shop", s -> s.namespace("shop")), d -> {});
                    shop.stack.add(PeerAuthentication.of(
                            "web", p -> p.selects(shop.web).mtls(MutualTlsMode.STRICT))); // @strict
                    shop.stack.add(DestinationRule.of(
                            "web", shop.service, d -> d.trafficPolicy(t -> t.tls(PLAIN)))); // @disable
                }))
                .isEqualTo(expected("""
                        error GTY-MSH-011 @disable DestinationRule shop/web spec.trafficPolicy.tls.mode
                          Clients are told to use plain text, but the port 8080 of Deployment shop/web takes mutual TLS of the mesh only.
                          hint: Leave tls(...) out, or use ClientTlsMode.ISTIO_MUTUAL; or let the workload take both: mtls(MutualTlsMode.PERMISSIVE).
                          @strict: PeerAuthentication shop/web says so here
                        """));
    }

    @ParameterizedTest
    @CsvSource({"SIMPLE, 1", "MUTUAL, 1", "ISTIO_MUTUAL, 0"})
    void should_reject_other_tls_than_that_of_the_mesh(ClientTlsMode mode, int count) {
        assertThat(found(shop -> {
                    shop.stack.add(PeerAuthentication.of("default", p -> p.mtls(MutualTlsMode.STRICT)));
                    shop.stack.add(DestinationRule.of("web", shop.service, d -> d.trafficPolicy(t -> t.tls(mode))));
                }))
                .filteredOn(found -> found.startsWith("GTY-MSH-011"))
                .hasSize(count);
    }

    @Test
    void should_look_at_policies_of_namespaces_and_of_the_mesh_and_at_subsets_and_ports() {
        assertThat(found(shop -> {
                    shop.stack.add(PeerAuthentication.of("default", p -> p.mtls(MutualTlsMode.STRICT)));
                    shop.stack.add(DestinationRule.of(
                            "web",
                            shop.service,
                            d -> d.subset("all", shop.web, s -> s.trafficPolicy(t -> t.tls(PLAIN)))));
                }))
                .containsExactly("GTY-MSH-011 spec.subsets[0].trafficPolicy.tls.mode");
        assertThat(found(shop -> {
                    shop.stack.add(PeerAuthentication.of(
                            "mesh", p -> p.namespace("istio-system").mtls(MutualTlsMode.STRICT)));
                    shop.stack.add(DestinationRule.of(
                            "web", shop.service, d -> d.trafficPolicy(t -> t.port(METRICS, p -> p.tls(PLAIN)))));
                }))
                .containsExactly("GTY-MSH-011 spec.trafficPolicy.portLevelSettings[0].tls.mode");
    }

    @Test
    void should_accept_plain_text_where_it_is_taken() {
        assertThat(found(shop -> {
                    shop.stack.add(PeerAuthentication.of("default", p -> p.mtls(MutualTlsMode.STRICT)));
                    shop.stack.add(PeerAuthentication.of(
                            "web", p -> p.selects(shop.web).mtls(MutualTlsMode.PERMISSIVE)));
                    shop.stack.add(DestinationRule.of("web", shop.service, d -> d.trafficPolicy(t -> t.tls(PLAIN))));
                }))
                .isEmpty();
        assertThat(found(shop -> {
                    shop.stack.add(PeerAuthentication.of(
                            "web",
                            p -> p.selects(shop.web)
                                    .mtls(MutualTlsMode.STRICT)
                                    .portLevelMtls(METRICS, MutualTlsMode.DISABLE)));
                    shop.stack.add(DestinationRule.of(
                            "web", shop.service, d -> d.trafficPolicy(t -> t.port(METRICS, p -> p.tls(PLAIN)))));
                }))
                .isEmpty();
        assertThat(found(shop -> {
                    shop.stack.add(PeerAuthentication.of("default", p -> p.mtls(MutualTlsMode.STRICT)));
                    shop.stack.add(DestinationRule.of(
                            "web", shop.service, d -> d.trafficPolicy(t -> t.tls(ClientTlsMode.ISTIO_MUTUAL))));
                    shop.stack.add(DestinationRule.of(
                            "far", Service.existing("far"), d -> d.trafficPolicy(t -> t.tls(PLAIN))));
                }))
                .isEmpty();
    }

    @Test
    void should_warn_of_a_scrape_in_plain_text_where_mutual_tls_is_taken_only() {
        assertThat(report(app -> {
                    Shop shop = new Shop(app.stack("shop", s -> s.namespace("shop")), d -> {});
                    shop.stack.addAll(Raw.yaml(Path.of("monitor.yaml")));
                    shop.stack.add(PeerAuthentication.of(
                            "web", p -> p.selects(shop.web).mtls(MutualTlsMode.STRICT))); // @peers
                }))
                .isEqualTo(expected("""
                        warning GTY-MSH-012 @peers PeerAuthentication shop/web spec.mtls.mode
                          The port 9090 of Deployment shop/web takes mutual TLS only, but ServiceMonitor shop/web scrapes it in plain text.
                          hint: Let the port take plain text: portLevelMtls(port, MutualTlsMode.PERMISSIVE), in a policy that selects the workload; or scrape it with the scheme https and the certificates that Istio gives Prometheus.
                          monitor.yaml:11:5: ServiceMonitor shop/web scrapes it here
                        """));
    }

    @Test
    void should_accept_a_scrape_that_gets_through() {
        assertThat(scraped(
                        d -> {},
                        shop -> shop.stack.add(PeerAuthentication.of(
                                "web",
                                p -> p.selects(shop.web)
                                        .mtls(MutualTlsMode.STRICT)
                                        .portLevelMtls(METRICS, MutualTlsMode.PERMISSIVE)))))
                .isEmpty();
        assertThat(scraped(
                        d -> {},
                        shop -> shop.stack.add(PeerAuthentication.of("web", p -> p.mtls(MutualTlsMode.PERMISSIVE)))))
                .isEmpty();
        Consumer<Shop> strict = shop -> shop.stack.add(PeerAuthentication.of("web", p -> p.mtls(MutualTlsMode.STRICT)));
        assertThat(scraped(Injection::disable, strict)).isEmpty();
        assertThat(scraped(d -> d.podAnnotation("traffic.sidecar.istio.io/excludeInboundPorts", "15000, 9090"), strict))
                .isEmpty();
        assertThat(scraped(d -> {}, strict.andThen(shop -> shop.stack.add(Namespace.of("shop", Injection::disable)))))
                .isEmpty();
        assertThat(scraped(d -> {}, strict)).containsExactly("GTY-MSH-012 spec.mtls.mode");
    }

    @Test
    void should_accept_a_scrape_with_certificates() {
        assertThat(found(shop -> {
                    shop.stack.addAll(Raw.yaml(Path.of("secure-monitor.yaml")));
                    shop.stack.add(PeerAuthentication.of("web", p -> p.mtls(MutualTlsMode.STRICT)));
                    shop.stack.add(AuthorizationPolicy.of(
                            "web",
                            a -> a.rule(r -> r.from(f -> f.principals("cluster.local/ns/monitoring/sa/prometheus")))));
                }))
                .isEmpty();
    }

    @Test
    void should_warn_of_a_scrape_that_no_policy_allows() {
        assertThat(report(app -> {
                    Shop shop = new Shop(app.stack("shop", s -> s.namespace("shop")), d -> {});
                    shop.stack.addAll(Raw.yaml(Path.of("monitor.yaml")));
                    shop.stack.add(AuthorizationPolicy.of(
                            "web",
                            a -> a.selects(shop.web)
                                    .rule(r -> r.to(o -> o.methods("GET").paths("/api/*"))))); // @rules
                }))
                .isEqualTo(expected("""
                        warning GTY-MSH-013 @rules AuthorizationPolicy shop/web spec.rules
                          No policy allows GET /metrics at the port 9090 of Deployment shop/web, which ServiceMonitor shop/web scrapes in plain text, and so without an identity.
                          hint: Add a rule for it: rule(r -> r.to(o -> o.ports(port).paths("/metrics").methods("GET"))).
                          monitor.yaml:11:5: ServiceMonitor shop/web scrapes it here
                        """));
    }

    @Test
    void should_tell_what_one_cause_does_to_several_workloads_once() {
        assertThat(messages(shop -> {
                    shop.stack.add(PeerAuthentication.of("default", p -> p.mtls(MutualTlsMode.STRICT)));
                    shop.stack.add(AuthorizationPolicy.of("web", a -> a.rule(r -> r.to(o -> o.paths("/api/*")))));
                }))
                .containsExactlyInAnyOrder(
                        "GTY-MSH-012 The port 9090 of Deployment shop/web and Deployment shop/api and the port 9091 of"
                                + " Deployment shop/far take mutual TLS only, but ServiceMonitor shop/web scrapes them in plain"
                                + " text.",
                        "GTY-MSH-013 No policy allows GET /metrics at the port 9090 of Deployment shop/web and Deployment"
                                + " shop/api and the port 9091 of Deployment shop/far, which ServiceMonitor shop/web scrapes in"
                                + " plain text, and so without an identity.");
        assertThat(messages(shop -> {
                    shop.stack.add(PeerAuthentication.of(
                            "web", p -> p.selects(shop.web).mtls(MutualTlsMode.STRICT)));
                    shop.stack.add(PeerAuthentication.of(
                            "api", p -> p.selector("app", "api").mtls(MutualTlsMode.STRICT)));
                }))
                .hasSize(2);
    }

    private static List<String> messages(Consumer<Shop> program) {
        return findings(app -> {
                    Shop shop = new Shop(app.stack("shop", s -> s.namespace("shop")), d -> {});
                    shop.stack.addAll(Raw.yaml(Path.of("monitor.yaml")));
                    beside(shop.stack, "api", METRICS);
                    beside(shop.stack, "far", Port.tcp("metrics", 9091));
                    program.accept(shop);
                })
                .stream()
                .map(f -> f.code() + " " + f.message())
                .filter(f -> f.startsWith("GTY-MSH"))
                .toList();
    }

    /** Another workload whose Service the monitor selects too. */
    private static void beside(Stack stack, String name, Port metrics) {
        Deployment pods = stack.add(Deployment.of(
                name,
                d -> d.selector("app", name)
                        .container(name, Image.of("registry.example.com/" + name + ":1"), c -> c.ports(metrics))));
        stack.add(Service.of(name, s -> s.label("app", "web").selects(pods).port(metrics)));
    }

    @Test
    void should_tell_which_rules_let_a_scrape_through() {
        assertThat(isLetThrough(r -> r.to(o -> o.ports(METRICS)))).isTrue();
        assertThat(isLetThrough(r -> r.to(o -> o.methods("G*").paths("/metrics"))))
                .isTrue();
        assertThat(isLetThrough(r -> r.to(o -> o.paths("*trics")))).isTrue();
        assertThat(isLetThrough(r -> r.to(o -> o.paths("/{*}")))).isTrue();
        assertThat(isLetThrough(r -> r.to(o -> o.paths("/a")).to(o -> o.notPaths("/api/*"))))
                .isTrue();
        assertThat(isLetThrough(r -> r.from(f -> f.ipBlocks("192.0.2.0/24")))).isTrue();
        assertThat(isLetThrough(r -> r.when("destination.port", "9090"))).isTrue();
        assertThat(isLetThrough(r -> r.whenNot("request.headers[x-user]", "none")))
                .isTrue();
        assertThat(isLetThrough(r -> r.when("request.headers[User-Agent]", "Prometheus/*")))
                .isTrue();

        assertThat(isLetThrough(r -> r.to(o -> o.ports(HTTP)))).isFalse();
        assertThat(isLetThrough(r -> r.to(o -> o.methods("POST")))).isFalse();
        assertThat(isLetThrough(r -> r.to(o -> o.notMethods("GET")))).isFalse();
        assertThat(isLetThrough(r -> r.to(o -> o.paths("/api/{**}")))).isFalse();
        assertThat(isLetThrough(r -> r.to(o -> o.notPorts(METRICS)))).isFalse();
        assertThat(isLetThrough(r -> r.from(f -> f.namespaces(Namespace.existing("monitoring")))))
                .isFalse();
        assertThat(isLetThrough(r -> r.from(f -> f.principals("*")))).isFalse();
        assertThat(isLetThrough(r -> r.from(f -> f.requestPrincipals("*")))).isFalse();
        assertThat(isLetThrough(r -> r.when("request.headers[user-role]", "admin")))
                .isFalse();
        assertThat(isLetThrough(r -> r.when("request.auth.claims[iss]", "https://issuer.example.com")))
                .isFalse();
        assertThat(isLetThrough(r -> r.when("source.namespace", "monitoring"))).isFalse();
        assertThat(isLetThrough(r -> r.when("destination.port", "8080"))).isFalse();
    }

    @Test
    void should_ask_every_policy_that_holds_for_the_pods() {
        assertThat(scraped(d -> {}, shop -> {
                    shop.stack.add(AuthorizationPolicy.of(
                            "web", a -> a.selects(shop.web).rule(r -> r.to(o -> o.paths("/api/*")))));
                    shop.stack.add(AuthorizationPolicy.of("metrics", a -> a.rule(r -> r.to(o -> o.paths("/metrics")))));
                }))
                .isEmpty();
        assertThat(scraped(
                        d -> {},
                        shop -> shop.stack.add(AuthorizationPolicy.of(
                                "other", a -> a.namespace("other").rule(r -> r.to(o -> o.paths("/api/*")))))))
                .isEmpty();
    }

    private static boolean isLetThrough(Consumer<AuthorizationRule> rule) {
        return scraped(
                        d -> {},
                        shop -> shop.stack.add(AuthorizationPolicy.of(
                                "web", a -> a.selects(shop.web).rule(rule))))
                .isEmpty();
    }

    private static List<String> scraped(Consumer<Deployment.Builder> options, Consumer<Shop> program) {
        return found(options, shop -> {
            shop.stack.addAll(Raw.yaml(Path.of("monitor.yaml")));
            program.accept(shop);
        });
    }

    private static List<String> found(Consumer<Shop> program) {
        return found(d -> {}, program);
    }

    private static List<String> found(Consumer<Deployment.Builder> options, Consumer<Shop> program) {
        return findings(app -> program.accept(new Shop(app.stack("shop", s -> s.namespace("shop")), options))).stream()
                .map(f -> f.code() + " " + f.field())
                .filter(f -> f.startsWith("GTY-MSH"))
                .toList();
    }

    private static String expected(String text) {
        return Lines.fill(MutualTlsCheckTest.class, text);
    }

    /** A workload with metrics behind a Service. */
    private static final class Shop {

        private final Stack stack;
        private final Deployment web;
        private final Service service;

        Shop(Stack stack, Consumer<Deployment.Builder> options) {
            this.stack = stack;
            this.web = stack.add(Deployment.of("web", d -> {
                d.selector("app", "web");
                d.container("web", Image.of("registry.example.com/web:1"), c -> c.ports(HTTP, METRICS));
                options.accept(d);
            }));
            this.service = stack.add(Service.of(
                    "web",
                    s -> s.label("app", "web").selects(web).port(HTTP, 80).port(METRICS)));
        }
    }
}
