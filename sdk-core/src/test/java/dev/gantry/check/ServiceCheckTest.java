package dev.gantry.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.network.Service;
import dev.gantry.network.ServiceType;
import dev.gantry.workload.Container;
import dev.gantry.workload.Deployment;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ServiceCheckTest {

    private static final Port HTTP = Port.http(8080);
    private static final Port METRICS = Port.tcp("metrics", 9090);
    private static final Image IMAGE = Image.of("example.com/web:7");

    @Test
    void should_accept_ports_that_the_containers_have() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Deployment web = shop.add(web("web", "web", HTTP, METRICS));
                    shop.add(
                            Service.of("web", s -> s.selects(web).port(HTTP, 80).port(METRICS)));
                }))
                .isEmpty();
    }

    @Test
    void should_reject_a_port_that_no_container_has() {
        Port grpc = Port.tcp("grpc", 9000);

        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Deployment web = shop.add(Deployment.of(
                            "web",
                            d -> d.selector("app", "web")
                                    .container("web", IMAGE, c -> c.ports(HTTP, METRICS)))); // @ports
                    shop.add(
                            Service.of("web", s -> s.selects(web).port(HTTP, 80).port(grpc))); // @grpc
                }))
                .isEqualTo(expected("""
                        error GTY-NET-001 @grpc Service shop/web spec.ports[1].targetPort
                          No workload that this Service selects has the port "grpc" (9000/TCP).
                          hint: Pass a port that is there, or declare it on a container with ports(...).
                          @ports: Deployment shop/web has http (8080/TCP), metrics (9090/TCP)
                        """));
    }

    @Test
    void should_tell_ports_of_one_name_apart_by_number() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    Deployment web = shop.add(web("web", "web", HTTP));
                    shop.add(Service.of("web", s -> s.selects(web).port(Port.http(9999), 80)));
                }))
                .extracting(f -> f.code() + " " + f.message())
                .containsExactly("GTY-NET-001 No workload that this Service selects has the port \"http\" (9999/TCP).");
    }

    @Test
    void should_compare_ports_by_name_only_once_the_workload_was_edited() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    Deployment web = shop.add(Deployment.of(
                            "web",
                            d -> d.selector("app", "web")
                                    .container("web", IMAGE, c -> c.ports(HTTP))
                                    .rawTree(tree -> ((ObjectNode) tree.at("/spec/template/spec/containers/0/ports/0"))
                                            .put("containerPort", 8443))));
                    shop.add(Service.of("web", s -> s.selects(web).port(HTTP, 80)));
                }))
                .isEmpty();
    }

    @Test
    void should_tell_ports_of_one_name_apart_by_protocol() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    Deployment dns = shop.add(web("dns", "dns", Port.udp("dns", 5353)));
                    shop.add(Service.of("dns", s -> s.selects(dns).port(Port.tcp("dns", 5353), 53)));
                }))
                .extracting(f -> f.code() + " " + f.message())
                .containsExactly("GTY-NET-001 No workload that this Service selects has the port \"dns\" (5353/TCP).");
    }

    @Test
    void should_warn_of_a_port_that_only_some_workloads_have() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Deployment stable = shop.add(web("stable", "web", HTTP, METRICS));
                    Deployment canary = shop.add(Deployment.of(
                            "canary",
                            d -> d.selector("app", "web").container("web", IMAGE, c -> c.ports(HTTP)))); // @canary
                    shop.add(Service.of(
                            "web", s -> s.selects(stable, canary).port(HTTP).port(METRICS))); // @some
                }))
                .isEqualTo(expected("""
                        warning GTY-NET-002 @some Service shop/web spec.ports[1].targetPort
                          The port "metrics" (9090/TCP) is missing in Deployment shop/canary, so the pods there get no traffic for it.
                          hint: Declare it on a container of each with ports(...), or do not select them.
                          @canary: Deployment shop/canary has http (8080/TCP)
                        """));
    }

    @Test
    void should_reject_workloads_that_have_no_label_in_common() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Deployment one = shop.add(web("one", "one", HTTP));
                    Deployment two = shop.add(web("two", "two", HTTP));
                    shop.add(Service.of("web", s -> s.selects(one, two).port(HTTP))); // @nothing
                }))
                .isEqualTo(expected("""
                        error GTY-NET-003 @nothing Service shop/web spec.selector
                          The selectors of Deployment one and Deployment two have no label in common.
                          hint: Give their pods a common label with podLabel(key, value), and pass it to the Service's selector(key, value) in place of selects(...).
                          @made: Deployment one is made here
                          @made: Deployment two is made here
                        """));
    }

    @Test
    void should_name_the_label_that_the_pods_have_in_common() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Deployment one = shop.add(tiered("one"));
                    Deployment two = shop.add(tiered("two"));
                    shop.add(Service.of("web", s -> s.selects(one, two).port(HTTP)));
                }))
                .extracting(f -> f.code() + " " + f.hint())
                .containsExactly(
                        "GTY-NET-003 Call selector(\"tier\", \"w\") on the Service in place of selects(...): the"
                                + " pods of all of them carry that label.");
    }

    private static Deployment tiered(String name) {
        return Deployment.of(
                name,
                d -> d.selector("app", name)
                        .podLabel("tier", "w")
                        .container("web", Image.of("example.com/web:7"), c -> c.ports(HTTP)));
    }

    @Test
    void should_reject_a_selector_of_what_exists_outside() {
        assertThat(findings(app -> app.stack("shop")
                        .add(Service.of(
                                "web",
                                s -> s.selects(Deployment.existing("web")).port(HTTP)))))
                .extracting(f -> f.code() + " " + f.message() + " " + f.hint())
                .containsExactly("GTY-NET-003 Deployment web has no selector that the Service could use."
                        + " Call selector(key, value): the labels of what exists outside the program are not known.");
    }

    @Test
    void should_reject_a_service_without_a_selector() {
        assertThat(report(app ->
                        app.stack("shop", s -> s.namespace("shop")).add(Service.of("web", s -> s.port(HTTP))))) // @bare
                .isEqualTo(expected("""
                        error GTY-NET-003 @bare Service shop/web spec.selector
                          The Service selects no pods, so it leads nowhere.
                          hint: Call selects(workload), or selector(key, value) for pods that the program does not make.
                        """));
    }

    @Test
    void should_accept_services_that_need_no_selector() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(Service.of("database", s -> s.externalName("db.example.com")));
                    shop.add(Service.of("peers", s -> s.headless().port(HTTP)));
                }))
                .isEmpty();
    }

    @Test
    void should_warn_of_a_selector_that_matches_nothing() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(web("web", "web", HTTP));
                    shop.add(Service.of(
                            "web",
                            s -> s.selector("app", "wbe") // @typo
                                    .selector("tier", "front")
                                    .port(HTTP)));
                }))
                .isEqualTo(expected("""
                        warning GTY-NET-004 @typo Service shop/web spec.selector
                          No pods of the program carry app=wbe,tier=front.
                          hint: Correct the labels, or call selects(workload). If such pods come from elsewhere, accept this \
                        finding with finding(code, Severity.OFF, reason).
                        """));
    }

    @Test
    void should_look_for_pods_in_the_namespace_of_the_service_only() {
        assertThat(findings(app -> {
                    app.stack("shop", s -> s.namespace("shop")).add(web("web", "web", HTTP));
                    app.stack("blog", s -> s.namespace("blog"))
                            .add(Service.of("web", s -> s.selector("app", "web").port(HTTP)));
                }))
                .extracting(f -> f.code() + " " + f.resource())
                .containsExactly("GTY-NET-004 Service blog/web");
    }

    @Test
    void should_not_repeat_what_a_reference_to_nowhere_says() {
        assertThat(findings(app -> {
                    Deployment web = web("web", "web", HTTP);
                    app.stack("shop").add(Service.of("web", s -> s.selects(web).port(HTTP)));
                }))
                .extracting(f -> f.code())
                .containsExactly("GTY-PRG-003");
    }

    @Test
    void should_reject_a_selector_that_matches_a_workload_that_was_not_named() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Deployment web = shop.add(web("web", "web", HTTP));
                    shop.add(Deployment.of(
                            "batch",
                            d -> d.selector("job", "batch")
                                    .podLabel("app", "web") // @batch
                                    .container("batch", IMAGE, c -> c.ports(HTTP))));
                    shop.add(Service.of("web", s -> s.selects(web).port(HTTP))); // @selects
                }))
                .isEqualTo(expected("""
                        error GTY-NET-005 @selects Service shop/web spec.selector
                          The selector app=web also matches the pods of Deployment shop/batch, which selects(...) does not name.
                          hint: Pass it to selects(...) too, or give the workloads that are meant a label of their own with \
                        selector(key, value).
                          @batch: Deployment shop/batch has this label
                        """));
    }

    @Test
    void should_accept_any_match_where_labels_were_stated() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(web("one", "web", HTTP));
                    shop.add(web("two", "web", HTTP));
                    shop.add(Service.of("web", s -> s.selector("app", "web").port(HTTP)));
                }))
                .isEmpty();
    }

    @Test
    void should_reject_two_ports_of_one_name_or_number() {
        assertThat(report(program(s -> s.port(HTTP, 80) // @first
                        .port(HTTP, 81) // @name
                        .port(METRICS, 80)))) // @number
                .isEqualTo(expected("""
                        error GTY-NET-006 @name Service shop/web spec.ports[1].name
                          There is another port with the name "http".
                          hint: Give each port a name and a number of its own: port(port, number, p -> p.name(...)).
                          @first: the first one is added here

                        error GTY-NET-006 @number Service shop/web spec.ports[2].port
                          There is another port with the number 80/TCP.
                          hint: Give each port a name and a number of its own: port(port, number, p -> p.name(...)).
                          @first: the first one is added here
                        """));
    }

    @Test
    void should_accept_one_number_for_two_protocols() {
        Port tcp = Port.tcp("dns-tcp", 53);
        Port udp = Port.udp("dns-udp", 53);

        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    Deployment dns = shop.add(web("dns", "dns", tcp, udp));
                    shop.add(Service.of("dns", s -> s.selects(dns).port(tcp).port(udp)));
                }))
                .isEmpty();
    }

    @Test
    void should_reject_an_unnamed_port_beside_others() {
        assertThat(report(program(s -> s.port(HTTP, 80) // @unnamed
                        .port(METRICS)
                        .rawTree(tree -> port(tree, 0).remove("name")))))
                .isEqualTo(expected("""
                        error GTY-NET-007 @unnamed Service shop/web spec.ports[0]
                          The port 80 has no name, but the Service has 2 ports.
                          hint: Give each port a name.
                        """));
    }

    @Test
    void should_accept_a_single_port_without_a_name() {
        assertThat(findings(program(
                        s -> s.port(HTTP, 80).rawTree(tree -> port(tree, 0).remove("name")))))
                .isEmpty();
    }

    @Test
    void should_reject_a_node_port_of_a_cluster_ip() {
        assertThat(report(program(s -> s.port(HTTP, 80, p -> p.nodePort(30080))))) // @node
                .isEqualTo(expected("""
                        error GTY-NET-008 @node Service shop/web spec.ports[0].nodePort
                          A Service of type ClusterIP cannot have the node port 30080.
                          hint: Call type(ServiceType.NODE_PORT), or leave the node port out.
                        """));
    }

    @Test
    void should_accept_a_node_port_where_the_type_opens_one() {
        assertThat(findings(program(s -> s.type(ServiceType.LOAD_BALANCER).port(HTTP, 80, p -> p.nodePort(30080)))))
                .isEmpty();
    }

    @Test
    void should_reject_a_service_without_ports() {
        assertThat(report(program(s -> s.label("tier", "front")))).isEqualTo(expected("""
                        error GTY-NET-009 @service Service shop/web spec.ports
                          The Service has no ports.
                          hint: Call port(port), or headless() if only the names of the pods are wanted.
                        """));
    }

    @Test
    void should_accept_a_headless_service_without_ports() {
        assertThat(findings(program(s -> s.headless()))).isEmpty();
    }

    @Test
    void should_warn_of_a_number_that_no_container_declares() {
        assertThat(report(program(
                        s -> s.port(HTTP, 80).rawTree(tree -> port(tree, 0).put("targetPort", 8081))))) // @undeclared
                .isEqualTo(expected("""
                        warning GTY-NET-010 @undeclared Service shop/web spec.ports[0].targetPort
                          No container that this Service selects declares the port 8081/TCP.
                          hint: Pass a port that is there, or declare it on a container with ports(...).
                          @declared: Deployment shop/web has http (8080/TCP), metrics (9090/TCP)
                        """));
    }

    @Test
    void should_take_the_port_for_the_target_where_none_is_stated() {
        assertThat(findings(program(
                        s -> s.port(HTTP, 80).rawTree(tree -> port(tree, 0).remove("targetPort")))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly("GTY-NET-010 spec.ports[0].port"
                        + " No container that this Service selects declares the port 80/TCP.");
    }

    @Test
    void should_accept_a_number_where_containers_declare_nothing() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    Deployment web = shop.add(web("web", "web"));
                    shop.add(Service.of(
                            "web",
                            s -> s.selects(web)
                                    .port(HTTP)
                                    .rawTree(tree -> port(tree, 0).put("targetPort", 8081))));
                }))
                .isEmpty();
    }

    private static Deployment web(String name, String app, Port... ports) {
        Consumer<Container> options = c -> c.ports(ports); // @declared
        return Deployment.of(name, d -> d.selector("app", app).container("web", IMAGE, options)); // @made
    }

    private static Consumer<App> program(Consumer<Service.Builder> options) {
        return app -> {
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            Deployment web = shop.add(web("web", "web", HTTP, METRICS));
            shop.add(Service.of("web", s -> {
                s.selects(web); // @service
                options.accept(s);
            }));
        };
    }

    private static ObjectNode port(ObjectNode service, int index) {
        return (ObjectNode) service.path("spec").path("ports").path(index);
    }

    private static String expected(String text) {
        return Lines.fill(ServiceCheckTest.class, text);
    }
}
