package dev.gantry.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Port;
import dev.gantry.Quantity;
import dev.gantry.workload.Container;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.IntOrPercent;
import dev.gantry.workload.Probe;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WorkloadCheckTest {

    private static final Port HTTP = Port.http(8080);
    private static final Port METRICS = Port.tcp("metrics", 9090);
    private static final Image IMAGE = Image.of("example.com/web:7");

    @Test
    void should_reject_a_probe_on_a_port_of_the_same_name_with_another_number() {
        assertThat(findings(app -> app.stack("shop")
                        .add(Deployment.of(
                                "web",
                                d -> d.selector("app", "web")
                                        .container(
                                                "web",
                                                IMAGE,
                                                c -> c.ports(HTTP).liveness(Probe.tcpSocket(Port.http(9999))))))))
                .extracting(f -> f.code() + " " + f.message())
                .containsExactly("GTY-WRK-001 The container \"web\" has no port \"http\" (9999).");
    }

    @Test
    void should_reject_a_probe_on_a_port_that_the_container_does_not_declare() {
        assertThat(report(container(c -> c.ports(HTTP) // @ports
                        .readiness(Probe.httpGet("/ready", METRICS))))) // @probe
                .isEqualTo(expected("""
                        error GTY-WRK-001 @probe Deployment shop/web spec.template.spec.containers[0].readinessProbe.httpGet.port
                          The container "web" has no port "metrics" (9090).
                          hint: Declare it with ports(...), or pass one of: http (8080/TCP).
                          @ports: its ports are declared here
                        """));
    }

    @Test
    void should_reject_a_hook_on_a_port_that_the_container_does_not_declare() {
        assertThat(findings(program(d -> d.container("web", IMAGE, c -> {})
                        .rawTree(tree -> container(tree, 0)
                                .putObject("lifecycle")
                                .putObject("preStop")
                                .putObject("httpGet")
                                .put("port", "admin")))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.hint())
                .containsExactly("GTY-WRK-001 spec.template.spec.containers[0].lifecycle.preStop.httpGet.port"
                        + " Declare it with ports(...).");
    }

    @Test
    void should_accept_a_probe_on_a_declared_name_or_any_number() {
        assertThat(findings(program(d -> d.container(
                                "web", IMAGE, c -> c.ports(METRICS, HTTP).liveness(Probe.httpGet("/live", HTTP)))
                        .rawTree(tree -> container(tree, 0)
                                .putObject("startupProbe")
                                .putObject("tcpSocket")
                                .put("port", 8082)))))
                .isEmpty();
    }

    @Test
    void should_compare_a_probe_by_name_only_once_the_tree_was_edited() {
        assertThat(findings(program(d -> d.container(
                                "web", IMAGE, c -> c.ports(HTTP).readiness(Probe.httpGet("/ready", HTTP)))
                        .rawTree(tree -> {
                            ObjectNode sidecar = container(tree, 0).deepCopy();
                            sidecar.put("name", "proxy").withArray("ports").removeAll();
                            sidecar.withArray("ports")
                                    .addObject()
                                    .put("name", "http")
                                    .put("containerPort", 15_000);
                            sidecar.remove("resources");
                            tree.withObject("/spec/template/spec")
                                    .withArray("containers")
                                    .removeAll()
                                    .add(sidecar);
                        }))))
                .isEmpty();
    }

    @Test
    void should_reject_two_containers_of_one_name() {
        assertThat(report(program(d -> d.container("web", IMAGE, c -> {}) // @first
                        .container("proxy", IMAGE, c -> {})
                        .container("web", IMAGE, c -> {})))) // @second
                .isEqualTo(expected("""
                        error GTY-WRK-002 @second Deployment shop/web spec.template.spec.containers[2].name
                          There is another container with the name "web".
                          hint: Give each container of a pod a name of its own.
                          @first: the first one is made here
                        """));
    }

    @Test
    void should_reject_an_init_container_of_a_container_s_name() {
        assertThat(findings(program(d -> d.container("web", IMAGE, c -> {}).initContainer("web", IMAGE, c -> {}))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-WRK-002 spec.template.spec.initContainers[0].name");
    }

    @Test
    void should_reject_ports_of_one_name_or_number_in_a_container() {
        assertThat(report(container(c -> c.ports(HTTP) // @http
                        .ports(Port.tcp("http", 8081)) // @name
                        .ports(Port.tcp("web", 8080))))) // @number
                .isEqualTo(expected("""
                        error GTY-WRK-003 @name Deployment shop/web spec.template.spec.containers[0].ports[1].name
                          There is another port with the name "http".
                          hint: Pass each port once; the containers of a pod share one network.
                          @http: the first one is added here

                        error GTY-WRK-003 @number Deployment shop/web spec.template.spec.containers[0].ports[2].containerPort
                          There is another port with the number 8080/TCP.
                          hint: Pass each port once; the containers of a pod share one network.
                          @http: the first one is added here
                        """));
    }

    @Test
    void should_reject_a_port_that_another_container_of_the_pod_has() {
        assertThat(findings(program(d -> d.container("web", IMAGE, c -> c.ports(HTTP))
                        .container("proxy", IMAGE, c -> c.ports(METRICS, Port.tcp("proxy", 8080))))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly("GTY-WRK-003 spec.template.spec.containers[1].ports[1].containerPort"
                        + " There is another port with the number 8080/TCP in the container \"web\".");
    }

    @Test
    void should_accept_ports_that_differ_in_protocol_or_time() {
        assertThat(findings(program(d -> d.container(
                                "dns", IMAGE, c -> c.ports(Port.udp("dns-udp", 53), Port.tcp("dns-tcp", 53)))
                        .initContainer("prepare", IMAGE, c -> c.ports(Port.tcp("dns-tcp", 53))))))
                .isEmpty();
    }

    @Test
    void should_reject_pods_without_containers() {
        assertThat(report(app -> app.stack("shop", s -> s.namespace("shop"))
                        .add(Deployment.of("web", d -> d.selector("app", "web"))))) // @empty
                .isEqualTo(expected("""
                        error GTY-WRK-004 @empty Deployment shop/web spec.template.spec.containers
                          The pods have no containers.
                          hint: Call container(name, image, options).
                        """));
    }

    @Test
    void should_reject_a_workload_without_a_selector() {
        assertThat(report(app -> app.stack("shop", s -> s.namespace("shop"))
                        .add(Deployment.of("web", d -> d.container("web", IMAGE, c -> {}))))) // @bare
                .isEqualTo(expected("""
                        error GTY-WRK-005 @bare Deployment shop/web spec.selector
                          The workload has no selector, so it does not know its own pods.
                          hint: Call selector(key, value), such as selector("app.kubernetes.io/name", "web").
                        """));
    }

    @Test
    void should_reject_a_selector_that_the_pods_do_not_match() {
        assertThat(report(app -> app.stack("shop", s -> s.namespace("shop"))
                        .add(Deployment.of(
                                "web",
                                d -> d.selector("app", "web") // @selector
                                        .selector("tier", "front") // @tier
                                        .podLabel("app", "other") // @label
                                        .container("web", IMAGE, c -> {})
                                        .rawTree(tree -> labels(tree).remove("tier"))))))
                .isEqualTo(expected("""
                        error GTY-WRK-005 @selector Deployment shop/web spec.selector.matchLabels.app
                          The selector wants app=web, but the pods have app=other.
                          hint: Say it once with selector(key, value): that writes the label of the pods too.
                          @label: the labels of the pods

                        error GTY-WRK-005 @tier Deployment shop/web spec.selector.matchLabels.tier
                          The selector wants tier=front, but the pods have no such label.
                          hint: Say it once with selector(key, value): that writes the label of the pods too.
                          @tier: the labels of the pods
                        """));
    }

    @Test
    void should_evaluate_the_expressions_of_a_selector() {
        assertThat(findings(program(d -> d.container("web", IMAGE, c -> {}).rawTree(tree -> {
                    expression(tree, "app", "In", "shop", "web");
                    expression(tree, "app", "Exists");
                    expression(tree, "canary", "DoesNotExist");
                    expression(tree, "app", "NotIn", "blog");
                }))))
                .isEmpty();
        assertThat(findings(program(d -> d.container("web", IMAGE, c -> {}).rawTree(tree -> {
                    expression(tree, "app", "In", "shop", "blog");
                    expression(tree, "tier", "Exists");
                    expression(tree, "app", "DoesNotExist");
                    expression(tree, "app", "NotIn", "web");
                }))))
                .extracting(f -> f.message())
                .containsExactly(
                        "The selector wants app In shop blog, but the pods have app=web.",
                        "The selector wants tier Exists, but the pods have no such label.",
                        "The selector wants app DoesNotExist, but the pods have app=web.",
                        "The selector wants app NotIn web, but the pods have app=web.");
    }

    @Test
    void should_reject_a_request_above_its_limit() {
        assertThat(report(container(c -> c.requests("1500m", "2Gi") // @request
                        .limits("1", "2048Mi")))) // @limit
                .isEqualTo(expected("""
                        error GTY-WRK-006 @request Deployment shop/web spec.template.spec.containers[0].resources.requests.cpu
                          The request of 1500m cpu is above the limit of 1.
                          hint: Request at most the limit.
                          @limit: the limit is set here
                        """));
    }

    @Test
    void should_accept_a_request_equal_to_its_limit_or_without_one() {
        assertThat(findings(container(c -> c.request("cpu", Quantity.of("0.25"))
                        .limit("cpu", Quantity.of("250m"))
                        .request("memory", Quantity.gibi(64))
                        .limit("ephemeral-storage", Quantity.gibi(1)))))
                .isEmpty();
    }

    @Test
    void should_reject_a_variable_that_is_set_twice() {
        assertThat(report(container(c -> c.env("MODE", "fast") // @fast
                        .env("COLOR", "red")
                        .env("MODE", "slow")))) // @slow
                .isEqualTo(expected("""
                        error GTY-WRK-007 @slow Deployment shop/web spec.template.spec.containers[0].env[2].name
                          The variable "MODE" is set twice.
                          hint: Set it once; of two, a cluster rejects or drops one.
                          @fast: it is set here first
                        """));
    }

    @Test
    void should_find_a_variable_among_many_that_is_set_twice() {
        assertThat(findings(container(c -> {
                    for (int i = 0; i < 40; i++) {
                        c.env("V" + i % 39, "x");
                    }
                })))
                .extracting(f -> f.field() + " " + f.message())
                .containsExactly("spec.template.spec.containers[0].env[39].name The variable \"V0\" is set twice.");
    }

    @Test
    void should_reject_a_mount_without_its_volume() {
        assertThat(findings(program(d -> d.container("web", IMAGE, c -> {}).rawTree(tree -> {
                    volume(tree, "cache");
                    mount(tree, "cache", "/cache");
                    mount(tree, "data", "/data");
                }))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly("GTY-WRK-008 spec.template.spec.containers[0].volumeMounts[1].name"
                        + " The pod has no volume \"data\".");
    }

    @Test
    void should_warn_of_a_volume_that_nothing_mounts() {
        assertThat(findings(program(d -> d.container("web", IMAGE, c -> {}).rawTree(tree -> {
                    volume(tree, "cache");
                    volume(tree, "data");
                    mount(tree, "cache", "/cache");
                }))))
                .extracting(f -> f.severity() + " " + f.code() + " " + f.field() + " " + f.message())
                .containsExactly("WARNING GTY-WRK-009 spec.template.spec.volumes[1]"
                        + " No container mounts the volume \"data\".");
    }

    @Test
    void should_reject_two_mounts_at_one_path() {
        assertThat(findings(program(d -> d.container("web", IMAGE, c -> {}).rawTree(tree -> {
                    volume(tree, "cache");
                    volume(tree, "data");
                    mount(tree, "cache", "/files");
                    mount(tree, "data", "/files");
                }))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly("GTY-WRK-010 spec.template.spec.containers[0].volumeMounts[1].mountPath"
                        + " Another volume is mounted at /files of the container \"web\".");
    }

    @Test
    void should_accept_one_volume_at_two_paths() {
        assertThat(findings(program(d -> d.container("web", IMAGE, c -> {}).rawTree(tree -> {
                    volume(tree, "data");
                    mount(tree, "data", "/in");
                    mount(tree, "data", "/out");
                }))))
                .isEmpty();
    }

    @Test
    void should_reject_a_rolling_update_that_may_do_nothing() {
        assertThat(report(program(d -> d.container("web", IMAGE, c -> {})
                        .rollingUpdate(IntOrPercent.percent(0), IntOrPercent.of(0))))) // @stuck
                .isEqualTo(expected("""
                        error GTY-WRK-011 @stuck Deployment shop/web spec.strategy.rollingUpdate
                          maxSurge and maxUnavailable are both 0: no pod may be added and none removed, so the rollout could \
                        never begin.
                          hint: Give one of them at least 1.
                        """));
    }

    @Test
    void should_accept_a_rolling_update_that_may_do_something() {
        assertThat(findings(program(d ->
                        d.container("web", IMAGE, c -> {}).rollingUpdate(IntOrPercent.of(0), IntOrPercent.percent(1)))))
                .isEmpty();
        assertThat(findings(program(d -> d.container("web", IMAGE, c -> {})
                        .rollingUpdate(IntOrPercent.of(3), IntOrPercent.of(0))
                        .rawTree(tree -> ((ObjectNode) tree.at("/spec/strategy/rollingUpdate")).remove("maxSurge")))))
                .isEmpty();
    }

    @Test
    void should_reject_two_volumes_of_one_name() {
        assertThat(findings(program(d -> d.container("web", IMAGE, c -> {}).rawTree(tree -> {
                    volume(tree, "data");
                    volume(tree, "data");
                    mount(tree, "data", "/data");
                }))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly("GTY-WRK-012 spec.template.spec.volumes[1]"
                        + " There is another volume with the name \"data\".");
    }

    private static Consumer<App> container(Consumer<Container> options) {
        return program(d -> d.container("web", IMAGE, options));
    }

    private static Consumer<App> program(Consumer<Deployment.Builder> options) {
        return app -> app.stack("shop", s -> s.namespace("shop")).add(Deployment.of("web", d -> {
            d.selector("app", "web");
            options.accept(d);
        }));
    }

    private static ObjectNode container(ObjectNode tree, int index) {
        return (ObjectNode) tree.at("/spec/template/spec/containers/" + index);
    }

    private static ObjectNode labels(ObjectNode tree) {
        return (ObjectNode) tree.at("/spec/template/metadata/labels");
    }

    private static void expression(ObjectNode tree, String key, String operator, String... values) {
        ObjectNode expression = ((ObjectNode) tree.at("/spec/selector"))
                .withArray("matchExpressions")
                .addObject()
                .put("key", key)
                .put("operator", operator);
        for (String value : values) {
            expression.withArray("values").add(value);
        }
    }

    private static void volume(ObjectNode tree, String name) {
        ((ObjectNode) tree.at("/spec/template/spec"))
                .withArray("volumes")
                .addObject()
                .put("name", name)
                .putObject("emptyDir");
    }

    private static void mount(ObjectNode tree, String name, String path) {
        container(tree, 0)
                .withArray("volumeMounts")
                .addObject()
                .put("name", name)
                .put("mountPath", path);
    }

    private static String expected(String text) {
        return Lines.fill(WorkloadCheckTest.class, text);
    }
}
