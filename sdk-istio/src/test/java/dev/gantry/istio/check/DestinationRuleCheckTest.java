package dev.gantry.istio.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.cluster.Namespace;
import dev.gantry.istio.traffic.ClientTlsMode;
import dev.gantry.istio.traffic.DestinationRule;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DestinationRuleCheckTest {

    private static final Service WEB = Service.existing("web");

    @Test
    void should_reject_two_subsets_of_one_name() {
        assertThat(report(app -> app.stack("shop", s -> s.namespace("shop"))
                        .add(DestinationRule.of(
                                "web",
                                WEB,
                                d -> d.subset("v1", s -> s.label("version", "1")) // @first
                                        .subset("v1", s -> s.label("version", "2")))))) // @second
                .isEqualTo(expected("""
                        error GTY-IST-023 @second DestinationRule shop/web spec.subsets[1].name
                          The rule has a subset "v1" already, so Istio rejects it.
                          hint: Give the subset a name of its own, or leave one of them out.
                          @first: the name is given here first
                        """));
        assertThat(found(shop -> {
                    shop.add(rule("one", "web", d -> d.subset("v1", s -> s.label("version", "1"))));
                    shop.add(rule(
                            "two", "web.shop.svc.cluster.local", d -> d.subset("v1", s -> s.label("version", "2"))));
                }))
                .containsExactly(
                        "GTY-IST-023 spec.subsets[0].name DestinationRule shop/one has a subset \"v1\" of the host"
                                + " \"web.shop.svc.cluster.local\" too, and only one of the two counts.");
    }

    @Test
    void should_reject_two_traffic_policies_for_one_host() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(DestinationRule.of(
                            "one", WEB, d -> d.trafficPolicy(t -> t.tls(ClientTlsMode.ISTIO_MUTUAL)))); // @policy
                    shop.add(DestinationRule.of(
                            "two", WEB, d -> d.trafficPolicy(t -> t.tls(ClientTlsMode.DISABLE)))); // @other
                }))
                .isEqualTo(expected("""
                        error GTY-IST-024 @other DestinationRule shop/two spec.trafficPolicy
                          DestinationRule shop/one has a traffic policy for the host "web" too, and only one of the two counts.
                          hint: Put both into one DestinationRule, or let each hold for its own clients: selects(workload).
                          @policy: DestinationRule shop/one has its policy here
                        """));
    }

    @Test
    void should_accept_rules_for_one_host_that_add_up_or_are_for_others() {
        Consumer<DestinationRule.Builder> policy = d -> d.trafficPolicy(t -> t.tls(ClientTlsMode.ISTIO_MUTUAL));
        Consumer<DestinationRule.Builder> subset = d -> d.subset("v1", s -> s.label("version", "1"));
        assertThat(found(shop -> {
                    shop.add(rule("one", "web", policy));
                    shop.add(rule("two", "web", subset));
                    shop.add(rule("three", "web", d -> d.subset("v2", s -> s.label("version", "2"))));
                }))
                .isEmpty();
        assertThat(found(shop -> {
                    shop.add(rule("one", "web", policy.andThen(subset)));
                    shop.add(rule("two", "web", policy.andThen(subset).andThen(d -> d.selector("app", "client"))));
                    shop.add(rule("three", "api", policy.andThen(subset)));
                    shop.add(rule("four", "*.example.com", policy.andThen(subset)));
                    shop.add(rule(
                            "five",
                            "web",
                            policy.andThen(subset).andThen(d -> d.exportTo(Namespace.existing("other")))));
                }))
                .isEmpty();
        assertThat(findings(app -> {
                    for (String name : List.of("shop", "client")) {
                        app.stack(name, s -> s.namespace(name))
                                .add(rule("web", "web.shop.svc.cluster.local", policy.andThen(subset)));
                    }
                }))
                .isEmpty();
    }

    @Test
    void should_warn_of_a_host_that_is_almost_one_of_the_program() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(Service.of("orders", s -> s.headless().port(Port.http(80))));
                    shop.add(DestinationRule.forHost("orders", "order", d -> {})); // @host
                }))
                .isEqualTo(expected("""
                        warning GTY-IST-010 @host DestinationRule shop/orders spec.host
                          The program has no Service or ServiceEntry for the host "order".
                          hint: Did you mean the Service "orders"? Better pass the Service: DestinationRule.of(name, service, ...).
                        """));
        for (String host : List.of("orders.shop", "orders.shop.svc", "oders.shop.svc.cluster.local")) {
            assertThat(hosts(host)).as(host).containsExactly("GTY-IST-010 spec.host");
        }
        assertThat(findings(app -> {
                    app.stack("shop", s -> s.namespace("shop"))
                            .add(Service.of("orders", s -> s.headless().port(Port.http(80))));
                    app.stack("client", s -> s.namespace("client"))
                            .add(DestinationRule.forHost("orders", "orders", d -> {}));
                }))
                .singleElement()
                .satisfies(f -> assertThat(f.hint()).contains("but Service shop/orders is elsewhere"));
    }

    @Test
    void should_accept_hosts_of_the_program_and_such_that_live_outside() {
        for (String host : List.of(
                "orders",
                "orders.shop.svc.cluster.local",
                "orders.other.svc.cluster.local",
                "folders",
                "db-2",
                "*.example.com",
                "api.example.com")) {
            assertThat(hosts(host)).as(host).isEmpty();
        }
        assertThat(found(shop -> {
                    Deployment pods = shop.add(Deployment.of(
                            "orders", d -> d.selector("app", "orders").container("a", Image.of("a:1"), c -> {})));
                    shop.add(Service.of("orders", s -> s.selects(pods).port(Port.http(80))));
                    shop.add(DestinationRule.of("order", Service.existing("order"), d -> {}));
                }))
                .filteredOn(found -> found.startsWith("GTY-IST"))
                .isEmpty();
    }

    private static List<String> hosts(String host) {
        return findings(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(Service.of("orders", s -> s.headless().port(Port.http(80))));
                    shop.add(Service.of("db-1", s -> s.headless().port(Port.http(80))));
                    shop.add(DestinationRule.forHost("rule", host, d -> {}));
                })
                .stream()
                .map(f -> f.code() + " " + f.field())
                .toList();
    }

    private static DestinationRule rule(String name, String host, Consumer<DestinationRule.Builder> options) {
        return DestinationRule.forHost(name, host, options);
    }

    private static List<String> found(Consumer<Stack> program) {
        return findings(app -> program.accept(app.stack("shop", s -> s.namespace("shop")))).stream()
                .map(f -> f.code() + " " + f.field() + " " + f.message())
                .toList();
    }

    private static String expected(String text) {
        return Lines.fill(DestinationRuleCheckTest.class, text);
    }
}
