package dev.gantry.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.LabelSelector;
import dev.gantry.Lines;
import dev.gantry.Port;
import dev.gantry.Protocol;
import dev.gantry.Stack;
import dev.gantry.TestRun;
import dev.gantry.cluster.Namespace;
import dev.gantry.network.Ingress;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.NetworkPolicyPeer;
import dev.gantry.network.PolicyType;
import dev.gantry.network.Service;
import dev.gantry.workload.DaemonSet;
import dev.gantry.workload.Deployment;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NetworkPolicyCheckTest {

    private static final Port HTTP = Port.http(8080);
    private static final Port SQL = Port.tcp("sql", 5432);

    /** A web server, a batch job that asks it, and a database in a namespace of its own. */
    private record Shop(Stack shop, Stack data, Deployment web, Deployment batch, Deployment database) {

        void add(NetworkPolicy... policies) {
            for (NetworkPolicy policy : policies) {
                shop.add(policy);
            }
        }
    }

    @Test
    void should_accept_connections_that_both_sides_admit() {
        assertThat(found(s -> {
                    s.add(
                            NetworkPolicy.denyAll("deny"),
                            NetworkPolicy.forAllPods("dns", n -> n.egressToDns()),
                            NetworkPolicy.of(
                                    "web",
                                    s.web(),
                                    n -> n.ingress(r -> r.from(s.batch()).port(HTTP))
                                            .egress(r -> r.to(s.database()).port(SQL))),
                            NetworkPolicy.of(
                                    "batch",
                                    s.batch(),
                                    n -> n.egress(r -> r.to(s.web()).port(HTTP))));
                    s.data()
                            .add(NetworkPolicy.of(
                                    "database",
                                    s.database(),
                                    n -> n.ingress(r -> r.from(s.web()).port(SQL))));
                }))
                .isEmpty();
    }

    @Test
    void should_name_the_namespace_of_the_other_side_where_it_is_another() {
        var made = TestRun.of(app -> {
            Shop s = shop(app.stack("shop", b -> b.namespace("shop")), app.stack("data", b -> b.namespace("data")));
            s.add(NetworkPolicy.of(
                    "web",
                    s.web(),
                    n -> n.ingress(r -> r.from(s.batch())).egressToDns().egress(r -> r.to(s.database()))));
        });
        var spec = TestRun.manifest(made, "NetworkPolicy", "web").tree().path("spec");
        assertThat(spec.at("/ingress/0/from/0").has("namespaceSelector")).isFalse();
        assertThat(spec.at("/egress/1/to/0/namespaceSelector").toString())
                .isEqualTo("{\"matchLabels\":{\"kubernetes.io/metadata.name\":\"data\"}}");
    }

    @Test
    void should_warn_of_a_policy_for_pods_that_are_not_there() {
        assertThat(found(s -> s.add(NetworkPolicy.forAllPods(
                        "x", n -> n.podSelector(LabelSelector.of("app", "wbe")).ingress(r -> r.port(HTTP))))))
                .containsExactly(
                        "GTY-NPL-001 spec.podSelector No pods of the program in this namespace carry the labels.");
        assertThat(findings(app -> app.stack("empty").add(NetworkPolicy.denyAll("deny"))))
                .isEmpty();
    }

    @Test
    void should_reject_pods_whose_labels_are_not_known() {
        assertThat(found(s -> s.add(
                        NetworkPolicy.of("web", s.web(), n -> n.ingress(r -> r.from(Deployment.existing("proxy")))))))
                .containsExactly(
                        "GTY-NPL-002 spec.ingress[0].from[0].podSelector The labels of the pods of Deployment proxy"
                                + " are not known, so this stands for every pod.");
        assertThat(found(s -> s.add(
                        NetworkPolicy.of("web", s.web(), n -> n.ingress(r -> r.from(Service.existing("proxy")))))))
                .extracting(f -> f.substring(0, 11))
                .containsExactly("GTY-NPL-002");
        assertThat(found(s -> s.add(NetworkPolicy.of("web", Deployment.existing("proxy"), n -> n.ingress(r -> {})))))
                .extracting(f -> f.substring(0, 28))
                .containsExactly("GTY-NPL-002 spec.podSelector");
    }

    @Test
    void should_reject_pods_whose_namespace_is_not_known() {
        assertThat(findings(app -> {
                    Shop s = shop(app.stack("shop", b -> b.namespace("shop")), app.stack("data"));
                    s.add(NetworkPolicy.of("web", s.web(), n -> n.ingress(r -> r.from(s.database()))));
                }))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly(
                        "GTY-NPL-002 spec.ingress[0].from[0].podSelector The namespace of Deployment database is not"
                                + " stated, so this stands for pods of the policy's own.");
    }

    @Test
    void should_warn_of_a_port_that_no_pod_declares() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", b -> b.namespace("shop"));
                    Deployment web = shop.add(Deployment.of(
                            "web",
                            d -> d.selector("app", "web")
                                    .container("web", Image.of("example.com/web:7"), c -> c.ports(HTTP)))); // @declared
                    shop.add(NetworkPolicy.of(
                            "web", web, n -> n.ingress(r -> r.port(HTTP).port(Port.http(80))))); // @port
                }))
                .isEqualTo(expected("""
                        warning GTY-NPL-003 @port NetworkPolicy shop/web spec.ingress[0].ports[1].port
                          No container of the pods that are meant declares the port 80/TCP.
                          hint: Pass the Port value of the container: a policy names what the container listens on, not what the Service has.
                          @declared: Deployment shop/web has http (8080/TCP)
                        """));
    }

    @Test
    void should_look_for_ports_of_egress_at_the_other_side() {
        assertThat(found(s -> s.add(NetworkPolicy.of(
                        "web",
                        s.web(),
                        n -> n.egressToDns().egress(r -> r.to(s.database()).port(HTTP))))))
                .containsExactly(
                        "GTY-NPL-003 spec.egress[1].ports[0].port No container of the pods that are meant declares the"
                                + " port 8080/TCP.");
        assertThat(found(s -> s.add(NetworkPolicy.of(
                        "web",
                        s.web(),
                        n -> n.ingress(r ->
                                        r.portRange(Protocol.TCP, 8000, 8099).everyPort(Protocol.UDP))
                                .egressToDns()
                                .egress(r -> r.to(NetworkPolicyPeer.ipBlock("192.0.2.0/24"))
                                        .port(Port.tcp("x", 99)))))))
                .isEmpty();
    }

    @Test
    void should_warn_of_what_the_source_denies() {
        assertThat(report(app -> {
                    Shop s = shop(app.stack("shop", b -> b.namespace("shop")), app.stack("data"));
                    s.add(NetworkPolicy.of(
                            "web",
                            s.web(),
                            n -> n.ingress(r -> r.from(s.batch()).port(HTTP)))); // @admitted
                    s.add(NetworkPolicy.of("batch", s.batch(), n -> n.egressToDns())); // @isolated
                }))
                .isEqualTo(expected("""
                        warning GTY-NPL-004 @admitted NetworkPolicy shop/web spec.ingress[0].from[0]
                          This ingress is admitted here, but no policy of Deployment shop/batch admits the egress, and NetworkPolicy shop/batch denies it.
                          hint: Admit it at both sides: add egress(r -> r.to(...)) to a NetworkPolicy of the other workload.
                          @isolated: here the other side is isolated
                        """));
    }

    @Test
    void should_warn_of_what_the_target_denies_in_another_namespace_or_at_another_port() {
        assertThat(found(s -> {
                    s.add(NetworkPolicy.of("web", s.web(), n -> n.egressToDns().egress(r -> r.to(s.database()))));
                    s.data().add(NetworkPolicy.denyIngress("deny"));
                }))
                .extracting(f -> f.substring(0, 33))
                .containsExactly("GTY-NPL-004 spec.egress[1].to[0] ");
        assertThat(found(s -> {
                    s.add(NetworkPolicy.of(
                            "web",
                            s.web(),
                            n -> n.egressToDns().egress(r -> r.to(s.batch()).port(HTTP))));
                    s.add(NetworkPolicy.of(
                            "batch", s.batch(), n -> n.ingress(r -> r.portRange(Protocol.TCP, 8080, 8081))));
                    s.add(NetworkPolicy.of(
                            "more",
                            s.batch(),
                            n -> n.ingress(r -> r.from(s.web()).port(HTTP))));
                }))
                .isEmpty();
    }

    @Test
    void should_warn_of_an_ingress_that_does_not_reach_its_pods() {
        assertThat(report(app -> {
                    Shop s = shop(app.stack("shop", b -> b.namespace("shop")), app.stack("data"));
                    Service web = s.shop()
                            .add(Service.of("web", b -> b.selects(s.web()).port(HTTP, 80)));
                    s.shop().add(Ingress.of("web", i -> i.defaultBackend(web, HTTP))); // @ingress
                    s.add(NetworkPolicy.of(
                            "web",
                            s.web(),
                            n -> n.ingress(r -> r.from(s.batch()).port(HTTP)))); // @closed
                }))
                .isEqualTo(expected("""
                        warning GTY-NPL-005 @ingress Ingress shop/web spec.defaultBackend.service.name
                          The pods of Service shop/web admit nothing from outside their namespace at this port, so a controller that runs elsewhere does not reach them.
                          hint: Admit the controller in a NetworkPolicy of the pods, such as ingress(r -> r.from(NetworkPolicyPeer.namespace(Namespace.existing("ingress-nginx"))).port(port)).
                          @closed: here they are isolated
                        """));
    }

    @Test
    void should_accept_an_ingress_whose_controller_may_be_admitted() {
        for (NetworkPolicyPeer controller : List.of(
                NetworkPolicyPeer.namespace(Namespace.existing("ingress-nginx")),
                NetworkPolicyPeer.namespaces(LabelSelector.of("role", "edge")),
                NetworkPolicyPeer.ipBlock("10.0.0.0/8"),
                NetworkPolicyPeer.pods(LabelSelector.of("app", "controller")))) {
            assertThat(found(s -> {
                        Service web = s.shop()
                                .add(Service.of("web", b -> b.selects(s.web()).port(HTTP, 80)));
                        s.shop().add(Ingress.of("web", i -> i.defaultBackend(web, HTTP)));
                        s.add(
                                NetworkPolicy.denyIngress("deny"),
                                NetworkPolicy.of(
                                        "web",
                                        s.web(),
                                        n -> n.ingress(r -> r.from(controller).port(HTTP))));
                    }))
                    .isEmpty();
        }
    }

    @Test
    void should_warn_of_pods_that_may_connect_but_not_ask_the_dns() {
        assertThat(found(s -> s.add(NetworkPolicy.of("web", s.web(), n -> n.egress(r -> r.to(s.batch()))))))
                .containsExactly(
                        "GTY-NPL-006 spec.egress The pods of Deployment shop/web may connect to others, but not ask the"
                                + " cluster's DNS for their addresses.");
        assertThat(found(s -> s.add(NetworkPolicy.denyEgress("deny")))).isEmpty();
        assertThat(found(s -> s.add(NetworkPolicy.of("web", s.web(), n -> n.egress(r -> {})))))
                .isEmpty();
        assertThat(found(s -> s.add(NetworkPolicy.of(
                        "web",
                        s.web(),
                        n -> n.egress(r -> r.to(NetworkPolicyPeer.namespaces(LabelSelector.everything())))))))
                .isEmpty();
        assertThat(found(s -> s.add(
                        NetworkPolicy.of("web", s.web(), n -> n.egress(r -> r.to(s.batch()))),
                        NetworkPolicy.forAllPods("dns", n -> n.egress(r -> r.port(Port.udp("dns", 53)))))))
                .isEmpty();
    }

    @Test
    void should_warn_of_a_policy_that_denies_without_saying_so() {
        assertThat(found(s -> s.add(NetworkPolicy.of("web", s.web(), n -> {}))))
                .extracting(f -> f.substring(0, 29))
                .containsExactly("GTY-NPL-007 spec.policyTypes ");
        assertThat(found(s -> s.add(NetworkPolicy.of(
                        "web",
                        s.web(),
                        n -> n.egressToDns().rawTree(tree -> ((ObjectNode) tree.path("spec")).remove("policyTypes"))))))
                .extracting(f -> f.substring(0, 29))
                .containsExactly("GTY-NPL-007 spec.policyTypes ");
        assertThat(found(s -> s.add(NetworkPolicy.of("web", s.web(), n -> n.policyTypes(PolicyType.INGRESS)))))
                .isEmpty();
    }

    @Test
    void should_warn_of_rules_for_a_direction_that_is_not_isolated() {
        assertThat(found(s -> s.add(NetworkPolicy.of(
                        "web",
                        s.web(),
                        n -> n.egressToDns()
                                .rawTree(tree -> ((ObjectNode) tree.path("spec"))
                                        .putArray("policyTypes")
                                        .add("Ingress"))))))
                .containsExactly(
                        "GTY-NPL-008 spec.egress The policy has rules for egress, but its policyTypes lack Egress.");
    }

    @Test
    void should_warn_of_a_policy_for_pods_in_the_network_of_their_nodes() {
        Consumer<App> exporter = app -> {
            Stack kube = app.stack("kube", s -> s.namespace("kube"));
            DaemonSet pods = kube.add(DaemonSet.of(
                    "exporter",
                    d -> d.selector("app", "exporter")
                            .container("exporter", Image.of("example.com/exporter:1"), c -> {})
                            .hostNetwork(true))); // @network
            kube.add(NetworkPolicy.denyIngress("deny"));
            kube.add(NetworkPolicy.of("exporter", pods, n -> n.policyTypes(PolicyType.INGRESS))); // @policy
        };
        assertThat(report(exporter)).contains(expected("""
                warning GTY-NPL-009 @policy NetworkPolicy kube/exporter spec.podSelector
                  The pods of DaemonSet kube/exporter have the network of their nodes, where most network plugins do not apply policies.
                  hint: Leave out hostNetwork(true), or protect the nodes' own addresses.
                  @network: it takes the network of the node here
                """));
        assertThat(findings(exporter)).extracting(f -> f.code()).containsOnlyOnce("GTY-NPL-009");
    }

    @Test
    void should_let_a_single_pod_talk_to_itself() {
        assertThat(talksToItself(1)).doesNotContain("GTY-NPL-004");
        assertThat(talksToItself(2)).contains("GTY-NPL-004");
    }

    private static List<String> talksToItself(int replicas) {
        return findings(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Deployment store = shop.add(Deployment.of(
                            "store",
                            d -> d.selector("app", "store")
                                    .replicas(replicas)
                                    .container("main", Image.of("example.com/store:7"), c -> c.ports(HTTP))));
                    shop.add(NetworkPolicy.denyAll("deny"));
                    shop.add(NetworkPolicy.of("store", store, n -> n.ingress(r -> r.from(store))));
                })
                .stream()
                .map(f -> f.code())
                .toList();
    }

    private static List<String> found(Consumer<Shop> program) {
        return findings(app -> program.accept(
                        shop(app.stack("shop", s -> s.namespace("shop")), app.stack("data", s -> s.namespace("data")))))
                .stream()
                .map(f -> f.code() + " " + f.field() + " " + f.message())
                .toList();
    }

    private static Shop shop(Stack shop, Stack data) {
        return new Shop(
                shop,
                data,
                shop.add(workload("web", HTTP)),
                shop.add(workload("batch", HTTP)),
                data.add(workload("database", SQL)));
    }

    private static Deployment workload(String name, Port port) {
        return Deployment.of(
                name,
                d -> d.selector("app", name)
                        .container("main", Image.of("example.com/" + name + ":7"), c -> c.ports(port)));
    }

    private static String expected(String text) {
        return Lines.fill(NetworkPolicyCheckTest.class, text);
    }
}
