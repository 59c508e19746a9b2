package dev.gantry.istio.check;

import static dev.gantry.TestRun.findings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.cluster.Namespace;
import dev.gantry.istio.Injection;
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

/** What insists on mutual TLS is a proxy: where there is none, clients and monitors speak plain text, and rightly. */
class MeshedPodsTest {

    private static final Port HTTP = Port.http(8080);
    private static final Port METRICS = Port.tcp("metrics", 9090);
    private static final String[] REFUSED = {"GTY-MSH-011", "GTY-MSH-012"};

    private static final Consumer<Stack> SILENT = of(n -> n.label("team", "shop"));

    @Test
    void should_take_the_pods_of_a_namespace_that_the_program_does_not_have_for_meshed() {
        assertThat(found(MeshedPodsTest::unknown, d -> {})).containsExactly(REFUSED);
        assertThat(found(MeshedPodsTest::unknown, d -> d.podLabel("istio.io/dataplane-mode", "none")))
                .containsExactly(REFUSED);
    }

    @Test
    void should_leave_pods_alone_that_refuse_a_proxy() {
        assertThat(found(MeshedPodsTest::unknown, Injection::disable)).isEmpty();
        assertThat(found(of(Injection::enable), Injection::disable)).isEmpty();
        assertThat(found(MeshedPodsTest::unknown, d -> d.podAnnotation("sidecar.istio.io/inject", "false")))
                .isEmpty();
        assertThat(found(
                        MeshedPodsTest::unknown,
                        d -> Injection.enable(d).podAnnotation("sidecar.istio.io/inject", "false")))
                .containsExactly(REFUSED);
    }

    @Test
    void should_leave_pods_alone_that_use_the_network_of_their_node() {
        assertThat(found(of(Injection::ambient), d -> d.rawFields(f -> f.set("spec.template.spec.hostNetwork", true))))
                .isEmpty();
    }

    @Test
    void should_leave_the_pods_of_a_namespace_alone_that_is_kept_out() {
        assertThat(found(of(Injection::disable), Injection::enable)).isEmpty();
        assertThat(found(of(n -> n.label("istio-injection", "true")), d -> {})).isEmpty();
        assertThat(found(of(n -> Injection.revision(n, "stable").label("istio-injection", "disabled")), d -> {}))
                .isEmpty();
    }

    @Test
    void should_leave_the_pods_of_a_namespace_alone_that_says_nothing() {
        assertThat(found(SILENT, d -> {})).isEmpty();
        assertThat(found(of(n -> {}), d -> {})).isEmpty();
        assertThat(found(SILENT, d -> d.podAnnotation("sidecar.istio.io/inject", "true")))
                .isEmpty();
    }

    @Test
    void should_take_pods_for_meshed_that_ask_for_a_proxy() {
        assertThat(found(SILENT, Injection::enable)).containsExactly(REFUSED);
        assertThat(found(SILENT, d -> Injection.revision(d, "stable"))).containsExactly(REFUSED);
        assertThat(found(SILENT, d -> d.podLabel("istio.io/dataplane-mode", "ambient")))
                .containsExactly(REFUSED);
        assertThat(found(
                        SILENT,
                        d -> d.initContainer("istio-proxy", Image.of("registry.example.com/proxyv2:1"), c -> {})))
                .containsExactly(REFUSED);
    }

    @Test
    void should_take_the_pods_of_a_namespace_of_the_mesh_for_meshed() {
        assertThat(found(of(Injection::enable), d -> {})).containsExactly(REFUSED);
        assertThat(found(of(n -> Injection.revision(n, "stable")), d -> {})).containsExactly(REFUSED);
    }

    @Test
    void should_know_that_pods_without_a_sidecar_are_still_in_an_ambient_mesh() {
        assertThat(found(of(Injection::ambient), d -> {})).containsExactly(REFUSED);
        assertThat(found(of(Injection::ambient), Injection::disable)).containsExactly(REFUSED);
        assertThat(found(of(Injection::ambient), d -> d.podLabel("istio.io/dataplane-mode", "none")))
                .isEmpty();
    }

    @Test
    void should_leave_ports_alone_that_the_proxy_does_not_stand_before() {
        assertThat(found(
                        of(Injection::enable),
                        d -> d.podAnnotation("traffic.sidecar.istio.io/excludeInboundPorts", "8080,9090")))
                .isEmpty();
    }

    private static void unknown(Stack stack) {}

    private static Consumer<Stack> of(Consumer<Namespace.Builder> options) {
        return stack -> stack.add(Namespace.of("shop", options));
    }

    /** With mutual TLS for the whole mesh, a rule for clients that says plain text, and a monitor. */
    private static List<String> found(Consumer<Stack> namespace, Consumer<Deployment.Builder> options) {
        return findings(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    namespace.accept(shop);
                    Deployment web = shop.add(Deployment.of("web", d -> {
                        d.selector("app", "web");
                        d.container("web", Image.of("registry.example.com/web:1"), c -> c.ports(HTTP, METRICS));
                        options.accept(d);
                    }));
                    Service service = shop.add(Service.of(
                            "web",
                            s -> s.label("app", "web")
                                    .selects(web)
                                    .port(HTTP, 80)
                                    .port(METRICS)));
                    shop.add(PeerAuthentication.of(
                            "mesh", p -> p.namespace("istio-system").mtls(MutualTlsMode.STRICT)));
                    shop.add(DestinationRule.of(
                            "web", service, d -> d.trafficPolicy(t -> t.tls(ClientTlsMode.DISABLE))));
                    shop.addAll(Raw.yaml(Path.of("monitor.yaml")));
                })
                .stream()
                .map(finding -> finding.code())
                .filter(code -> code.startsWith("GTY-MSH"))
                .sorted()
                .toList();
    }
}
