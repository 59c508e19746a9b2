package dev.gantry.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.LabelSelector;
import dev.gantry.Port;
import dev.gantry.Protocol;
import dev.gantry.Selectable;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Resource;
import dev.gantry.network.Ingress;
import dev.gantry.network.IngressBackend;
import dev.gantry.network.IngressClass;
import dev.gantry.network.IngressRule;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.NetworkPolicyEgressRule;
import dev.gantry.network.NetworkPolicyIngressRule;
import dev.gantry.network.NetworkPolicyPeer;
import dev.gantry.network.PolicyType;
import dev.gantry.network.Service;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad values of what leads to pods, and of what keeps others from them. */
class NetworkFlawTest {

    private static final String NULL = "GTY-VAL-001 A value is needed here, but null was given.";
    private static final Port HTTP = Port.http(80);
    private static final Service WEB = Service.existing("web");

    @Test
    void should_find_hosts_that_are_no_dns_names() {
        assertThat(flaws(Ingress.of("i", i -> i.host("Shop.example.com", h -> {}))))
                .containsExactly("spec.rules[0].host GTY-VAL-009 \"Shop.example.com\" has upper-case letters.");
        assertThat(flaws(Ingress.of("i", i -> i.host("192.0.2.7", h -> {}))))
                .containsExactly("spec.rules[0].host GTY-VAL-009 \"192.0.2.7\" is an IP address.");
        assertThat(flaws(Ingress.of("i", i -> i.host("shop.*.com", h -> {}))))
                .containsExactly(
                        "spec.rules[0].host GTY-VAL-009 \"shop.*.com\" has a '*' that is not its first label.");
        assertThat(flaws(Ingress.of("i", i -> i.host("*.", h -> {}))))
                .containsExactly("spec.rules[0].host GTY-VAL-009 \"*.\" has nothing after '*.'.");
        assertThat(flaws(Ingress.of("i", i -> i.tls(Secret.existing("s"), "a.example.com", "*"))))
                .containsExactly("spec.tls[0].hosts[1] GTY-VAL-009 \"*\" has a '*' that is not its first label.");
    }

    @Test
    void should_find_paths_that_match_nothing() {
        String path = "spec.rules[0].http.paths[0].path GTY-VAL-009 ";
        assertThat(paths(h -> h.path("shop", WEB, HTTP))).containsExactly(path + "\"shop\" does not begin with /.");
        assertThat(paths(h -> h.exact("/a//b", WEB, HTTP))).containsExactly(path + "\"/a//b\" has '//'.");
        assertThat(paths(h -> h.path("/a/..", WEB, HTTP)))
                .containsExactly(path + "\"/a/..\" ends with a '.' of its own.");
        assertThat(paths(h -> h.exact("", WEB, HTTP))).containsExactly(path + "\"\" is empty.");
        assertThat(paths(h -> h.implementationSpecific("a", WEB, HTTP)))
                .containsExactly(path + "\"a\" does not begin with /.");
        assertThat(paths(h -> h.implementationSpecific("/a//b", WEB, HTTP))).isEmpty();
    }

    @Test
    void should_find_a_port_that_the_service_of_a_path_has_not() {
        Service shop = Service.of("shop", s -> s.port(HTTP));
        assertThat(paths(h -> h.path("/", shop, Port.tcp("admin", 9000))))
                .containsExactly(
                        "spec.rules[0].http.paths[0].backend.service.port.number GTY-VAL-006 Service shop has no"
                                + " port admin (9000/TCP).");
        assertThat(paths(h -> h.path("/", WEB, Port.tcp("admin", 0))))
                .containsExactly(
                        "spec.rules[0].http.paths[0].backend.service.port.number GTY-VAL-007 0 is out of range.");
    }

    @Test
    void should_find_null_in_an_ingress() {
        String backend = "spec.rules[0].http.paths[0].backend";
        assertThat(paths(h -> h.path("/", null, HTTP))).containsExactly(backend + ".service " + NULL);
        assertThat(paths(h -> h.path("/", WEB, null))).containsExactly(backend + ".service.port " + NULL);
        assertThat(paths(h -> h.path("/", null))).containsExactly(backend + " " + NULL);
        assertThat(paths(h -> h.path("/", IngressBackend.resource(null))))
                .containsExactly(backend + ".resource " + NULL);
        assertThat(flaws(Ingress.of("i", i -> i.ingressClass(null)))).containsExactly("spec.ingressClassName " + NULL);
        assertThat(flaws(Ingress.of("i", i -> i.tls((Secret) null, "a.example.com"))))
                .containsExactly("spec.tls[0].secretName " + NULL);
        assertThat(flaws(IngressClass.of("c", null, c -> c.parameters(null))))
                .containsExactly("spec.controller " + NULL, "spec.parameters " + NULL);
    }

    @Test
    void should_ask_for_the_namespace_of_what_a_class_names() {
        assertThat(flaws(IngressClass.of("c", "k8s.io/c", c -> c.parameters(ConfigMap.existing("options")))))
                .containsExactly(
                        "spec.parameters.namespace GTY-VAL-002 Nobody says in which namespace ConfigMap options"
                                + " is.");
        assertThat(flaws(IngressClass.of(
                        "c",
                        "k8s.io/c",
                        c -> c.parameters(ConfigMap.existing("options").in("ingress")))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "/nginx", "k8s.io/", "K8S.io/nginx", "k8s.io/a b"})
    void should_find_controllers_without_a_domain(String controller) {
        assertThat(flaws(IngressClass.of("c", controller, c -> {})))
                .hasSize(1)
                .allMatch(flaw -> flaw.startsWith("spec.controller GTY-VAL-009 \"" + controller + "\" has "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"192.0.2.0", "192.0.2.0/33", "192.0.2/24", "192.0.02.0/24", "2001:db8::/129", "1::2::3/8", "x/1"
            })
    void should_find_blocks_of_addresses_that_are_none(String cidr) {
        assertThat(ingress(r -> r.from(NetworkPolicyPeer.ipBlock(cidr))))
                .containsExactly("spec.ingress[0].from[0].ipBlock.cidr GTY-VAL-009 \"" + cidr
                        + "\" is not a block of IP addresses.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "2001:db8::/32", "::/0", "::ffff:192.0.2.1/128", "1:2:3:4:5:6:7:8/64"})
    void should_accept_blocks_of_addresses(String cidr) {
        assertThat(ingress(r -> r.from(NetworkPolicyPeer.ipBlock(cidr)))).isEmpty();
    }

    @Test
    void should_find_exceptions_that_are_no_part_of_their_block() {
        String except = "spec.egress[0].to[0].ipBlock.except GTY-VAL-010 ";
        assertThat(egress(r -> r.to(NetworkPolicyPeer.ipBlock("192.0.2.0/24", "198.51.100.0/28"))))
                .containsExactly(except + "198.51.100.0/28 is not a part of 192.0.2.0/24.");
        assertThat(egress(r -> r.to(NetworkPolicyPeer.ipBlock("192.0.2.0/24", "192.0.2.0/24"))))
                .containsExactly(except + "192.0.2.0/24 is not a part of 192.0.2.0/24.");
        assertThat(egress(r -> r.to(NetworkPolicyPeer.ipBlock("10.0.0.0/8", "2001:db8::/32"))))
                .containsExactly(except + "2001:db8::/32 is not a part of 10.0.0.0/8.");
        assertThat(egress(r -> r.to(NetworkPolicyPeer.ipBlock("10.0.0.0/8", "10.128.0.0/9"))))
                .isEmpty();
    }

    @Test
    void should_find_ports_of_policies_that_are_none() {
        assertThat(egress(r -> r.portRange(Protocol.TCP, 2000, 1000)))
                .containsExactly(
                        "spec.egress[0].ports[0].endPort GTY-VAL-010 The range ends at 1000, before it begins at 2000.");
        assertThat(egress(r -> r.portRange(Protocol.TCP, 0, 70_000)))
                .containsExactly(
                        "spec.egress[0].ports[0].port GTY-VAL-007 0 is out of range.",
                        "spec.egress[0].ports[0].endPort GTY-VAL-007 70000 is out of range.");
        assertThat(egress(r -> r.port(Port.tcp("x", 0))))
                .containsExactly("spec.egress[0].ports[0].port GTY-VAL-006 The port number 0 is out of range.");
    }

    @Test
    void should_find_addresses_that_are_narrowed_to_pods() {
        assertThat(ingress(
                        r -> r.from(NetworkPolicyPeer.ipBlock("10.0.0.0/8").podSelector(LabelSelector.of("a", "b")))))
                .containsExactly(
                        "spec.ingress[0].from[0].podSelector GTY-VAL-010 A block of addresses cannot be narrowed to"
                                + " pods.");
    }

    @Test
    void should_find_null_in_a_policy() {
        assertThat(flaws(NetworkPolicy.of("n", null, n -> {}))).containsExactly("spec.podSelector " + NULL);
        assertThat(ingress(r -> r.from((Selectable) null))).containsExactly("spec.ingress[0].from " + NULL);
        assertThat(ingress(r -> r.from((Service) null))).containsExactly("spec.ingress[0].from " + NULL);
        assertThat(ingress(r -> r.from((NetworkPolicyPeer) null))).containsExactly("spec.ingress[0].from " + NULL);
        assertThat(ingress(r -> r.from(NetworkPolicyPeer.namespace(null))))
                .containsExactly("spec.ingress[0].from[0].namespaceSelector " + NULL);
        assertThat(ingress(r -> r.from(NetworkPolicyPeer.ipBlock(null))))
                .containsExactly("spec.ingress[0].from[0].ipBlock.cidr " + NULL);
        assertThat(egress(r -> r.port(null))).containsExactly("spec.egress[0].ports " + NULL);
        assertThat(egress(r -> r.everyPort(null))).containsExactly("spec.egress[0].ports[0].protocol " + NULL);
        assertThat(flaws(NetworkPolicy.forAllPods("n", n -> n.policyTypes((PolicyType) null))))
                .containsExactly("spec.policyTypes " + NULL);
        assertThat(flaws(NetworkPolicy.forAllPods("n", n -> n.podSelector(null))))
                .containsExactly("spec.podSelector " + NULL);
    }

    @Test
    void should_find_addresses_of_a_service_that_are_none() {
        assertThat(flaws(Service.of("s", s -> s.externalIps("10.0.0"))))
                .containsExactly("spec.externalIPs[0] GTY-VAL-009 \"10.0.0\" is not an IP address.");
        assertThat(flaws(Service.of("s", s -> s.loadBalancerSourceRanges("10.0.0.0"))))
                .containsExactly(
                        "spec.loadBalancerSourceRanges[0] GTY-VAL-009 \"10.0.0.0\" is not a block of IP addresses.");
    }

    private static List<String> paths(Consumer<IngressRule> paths) {
        return flaws(Ingress.of("i", i -> i.anyHost(paths)));
    }

    private static List<String> ingress(Consumer<NetworkPolicyIngressRule> rule) {
        return flaws(NetworkPolicy.forAllPods("n", n -> n.ingress(rule)));
    }

    private static List<String> egress(Consumer<NetworkPolicyEgressRule> rule) {
        return flaws(NetworkPolicy.forAllPods("n", n -> n.egress(rule)));
    }

    private static List<String> flaws(Resource resource) {
        return Draft.of(resource).problems().stream()
                .map(p -> p.field() + " " + p.flaw().rule().code() + " "
                        + p.flaw().message())
                .toList();
    }
}
