package dev.gantry.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Lines;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.TestRun;
import dev.gantry.finding.Severity;
import dev.gantry.network.Service;
import dev.gantry.network.ServiceType;
import dev.gantry.network.TrafficPolicy;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ServiceTypesTest {

    private static final Port DNS = Port.udp("dns", 53);
    private static final Port DNS_TCP = Port.tcp("dns-tcp", 53);

    @Test
    void should_take_an_external_name_with_a_dot_at_its_end() {
        assertThat(findings(app -> app.stack("shop").add(Service.of("db", s -> s.externalName("db.example.com.")))))
                .isEmpty();
        assertThat(findings(app -> app.stack("shop").add(Service.of("db", s -> s.externalName("db.example.com..")))))
                .hasSize(1);
    }

    @Test
    void should_reject_what_only_a_load_balancer_can_have() {
        assertThat(report(app -> app.stack("shop", s -> s.namespace("shop"))
                        .add(Service.of(
                                "web", s -> s.headless().port(DNS).loadBalancerClass("a.example.com/b"))))) // @type
                .isEqualTo(Lines.fill(ServiceTypesTest.class, """
                        error GTY-NET-011 @type Service shop/web spec.loadBalancerClass
                          A Service of type ClusterIP cannot have loadBalancerClass: that is for the type LoadBalancer.
                          hint: Set the type with type(ServiceType), or leave the field out.
                        """));
        assertThat(found(s -> s.type(ServiceType.NODE_PORT)
                        .loadBalancerSourceRanges("192.0.2.0/24")
                        .allocateLoadBalancerNodePorts(false)
                        .healthCheckNodePort(30_001)))
                .containsExactly(
                        "GTY-NET-011 spec.loadBalancerSourceRanges",
                        "GTY-NET-011 spec.allocateLoadBalancerNodePorts",
                        "GTY-NET-011 spec.healthCheckNodePort");
        assertThat(found(s -> s.externalTrafficPolicy(TrafficPolicy.LOCAL)))
                .containsExactly("GTY-NET-011 spec.externalTrafficPolicy");
        assertThat(found(s -> s.headless().clusterIps("10.0.0.7"))).containsExactly("GTY-NET-011 spec.clusterIPs");
    }

    @Test
    void should_accept_fields_that_go_with_the_type() {
        assertThat(found(s -> s.type(ServiceType.LOAD_BALANCER)
                        .loadBalancerClass("a.example.com/b")
                        .loadBalancerSourceRanges("192.0.2.0/24")
                        .allocateLoadBalancerNodePorts(false)
                        .externalTrafficPolicy(TrafficPolicy.LOCAL)
                        .healthCheckNodePort(30_001)))
                .isEmpty();
        assertThat(found(s -> s.type(ServiceType.NODE_PORT).externalTrafficPolicy(TrafficPolicy.LOCAL)))
                .isEmpty();
        assertThat(found(s -> s.externalIps("192.0.2.7").externalTrafficPolicy(TrafficPolicy.LOCAL)))
                .isEmpty();
    }

    @Test
    void should_reject_a_headless_service_that_needs_an_address() {
        assertThat(found(s -> s.headless().type(ServiceType.NODE_PORT))).containsExactly("GTY-NET-011 spec.clusterIP");
    }

    @Test
    void should_reject_a_node_port_that_another_service_has() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(Service.of(
                            "one",
                            s -> s.type(ServiceType.NODE_PORT)
                                    .selector("a", "b")
                                    .finding("GTY-NET-004", Severity.OFF, "pods from elsewhere")
                                    .port(DNS, 53, p -> p.nodePort(30_053)))); // @one
                    shop.add(Service.of(
                            "two",
                            s -> s.type(ServiceType.NODE_PORT)
                                    .selector("a", "b")
                                    .finding("GTY-NET-004", Severity.OFF, "pods from elsewhere")
                                    .port(DNS_TCP, 53, p -> p.nodePort(30_053))
                                    .port(DNS, 53, p -> p.nodePort(30_053)))); // @two
                }))
                .contains(Lines.fill(ServiceTypesTest.class, """
                        error GTY-NET-012 @two Service shop/two spec.ports[1].nodePort
                          The node port 30053/UDP belongs to Service shop/one.
                          hint: Choose another number, or leave it out: Kubernetes finds a free one.
                          @one: it is taken here
                        """));
    }

    private static List<String> found(Consumer<Service.Builder> options) {
        Consumer<App> program = app -> app.stack("shop").add(Service.of("web", s -> {
            s.selector("app", "web").port(DNS);
            options.accept(s);
        }));
        return TestRun.findings(program).stream()
                .filter(f -> !f.code().equals("GTY-NET-004"))
                .map(f -> f.code() + " " + f.field())
                .toList();
    }
}
