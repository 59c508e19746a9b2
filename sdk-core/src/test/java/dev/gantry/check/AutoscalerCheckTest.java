package dev.gantry.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Quantity;
import dev.gantry.Stack;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.cluster.ContainerLimits;
import dev.gantry.cluster.LimitRange;
import dev.gantry.raw.Raw;
import dev.gantry.workload.Container;
import dev.gantry.workload.Deployment;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AutoscalerCheckTest {

    private static final Image IMAGE = Image.of("example.com/web:7");

    @Test
    void should_accept_a_target_that_requests_what_is_followed() {
        assertThat(findings(program(h -> h.replicas(2, 7).cpuUtilization(70).memoryUtilization(85))))
                .isEmpty();
    }

    @Test
    void should_reject_a_least_number_above_the_greatest() {
        assertThat(report(program(h -> h.replicas(10, 3)))) // @bounds
                .isEqualTo(expected("""
                        error GTY-HPA-001 @bounds HorizontalPodAutoscaler shop/web spec.minReplicas
                          The least number of replicas is 10, but the greatest is 3.
                          hint: Call replicas(least, most) with the smaller number first.
                        """));
    }

    @Test
    void should_find_its_target_beside_a_custom_resource_of_that_kind_and_name() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(Raw.of(
                            new GenericKubernetesResourceBuilder()
                                    .withApiVersion("example.com/v1")
                                    .withKind("Deployment")
                                    .withNewMetadata()
                                    .withName("web")
                                    .endMetadata()
                                    .build(),
                            r -> r.namespaced()));
                    Deployment web = shop.add(Deployment.of(
                            "web", d -> d.selector("app", "web").replicas(3).container("web", IMAGE, c -> {})));
                    shop.add(HorizontalPodAutoscaler.of("web", web, h -> h.replicas(2, 7)));
                }))
                .extracting(f -> f.code() + " " + f.field())
                .contains("GTY-HPA-004 spec.replicas");
    }

    @Test
    void should_accept_equal_bounds() {
        assertThat(findings(program(h -> h.replicas(3, 3)))).isEmpty();
    }

    @Test
    void should_reject_an_autoscaler_without_a_greatest_number() {
        assertThat(report(program(h -> h.cpuUtilization(70)))) // @unbounded
                .isEqualTo(expected("""
                        error GTY-HPA-001 @autoscaler HorizontalPodAutoscaler shop/web spec.maxReplicas
                          The autoscaler has no greatest number of replicas.
                          hint: Call replicas(least, most).
                        """));
    }

    @Test
    void should_warn_of_scaling_to_zero() {
        assertThat(report(program(h -> h.replicas(0, 3)))) // @zero
                .isEqualTo(expected("""
                        warning GTY-HPA-002 @zero HorizontalPodAutoscaler shop/web spec.minReplicas
                          The autoscaler may remove all pods, which most clusters reject.
                          hint: Give at least 1, or make sure that the cluster has the feature HPAScaleToZero and that one \
                        metric comes from outside the pods.
                        """));
    }

    @Test
    void should_reject_utilisation_of_what_a_container_does_not_request() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Deployment web = shop.add(Deployment.of(
                            "web",
                            d -> d.selector("app", "web")
                                    .container("web", IMAGE, c -> c.requests("250m", "256Mi"))
                                    .container(
                                            "proxy", IMAGE, c -> c.request("memory", Quantity.mebi(64))))); // @request
                    shop.add(HorizontalPodAutoscaler.of(
                            "web",
                            web,
                            h -> h.replicas(2, 7).memoryUtilization(80).cpuUtilization(70))); // @cpu
                }))
                .isEqualTo(expected("""
                        error GTY-HPA-003 @cpu HorizontalPodAutoscaler shop/web spec.metrics[1].resource
                          The autoscaler follows CPU in percent of what is requested, but the container "proxy" of \
                        Deployment shop/web requests none.
                          hint: Call requests(cpu, memory) on the container, or follow an average value instead.
                          @request: the container "proxy" is made here
                        """));
    }

    @Test
    void should_reject_a_target_without_requests_where_no_metric_is_named() {
        assertThat(findings(program(c -> {}, h -> h.replicas(2, 7))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-HPA-003 spec.metrics");
    }

    @Test
    void should_take_a_limit_for_the_request_and_leave_out_what_ends() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    Deployment web = shop.add(Deployment.of(
                            "web",
                            d -> d.selector("app", "web")
                                    .container("web", IMAGE, c -> c.limits("250m", "256Mi"))
                                    .initContainer("prepare", IMAGE, c -> {})));
                    shop.add(HorizontalPodAutoscaler.of(
                            "web", web, h -> h.replicas(2, 7).cpuUtilization(70)));
                }))
                .isEmpty();
    }

    @Test
    void should_take_the_requests_of_the_pod_for_those_of_its_containers() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    Deployment web = shop.add(Deployment.of(
                            "web",
                            d -> d.selector("app", "web")
                                    .container("web", IMAGE, c -> {})
                                    .rawTree(tree -> ((ObjectNode) tree.at("/spec/template/spec"))
                                            .putObject("resources")
                                            .putObject("requests")
                                            .put("cpu", "2"))));
                    shop.add(HorizontalPodAutoscaler.of(
                            "web", web, h -> h.replicas(2, 7).cpuUtilization(70)));
                }))
                .isEmpty();
    }

    @Test
    void should_accept_a_metric_that_is_no_share_of_a_request() {
        assertThat(findings(program(c -> {}, h -> h.replicas(2, 7).pods("queue_length", Quantity.of(30)))))
                .isEmpty();
    }

    @Test
    void should_warn_of_a_fixed_number_of_replicas() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Deployment web = shop.add(Deployment.of(
                            "web",
                            d -> d.selector("app", "web")
                                    .replicas(4) // @replicas
                                    .container("web", IMAGE, c -> c.requests("250m", "256Mi"))));
                    shop.add(HorizontalPodAutoscaler.of("web", web, h -> h.replicas(2, 7))); // @scaler
                }))
                .isEqualTo(expected("""
                        warning GTY-HPA-004 @replicas Deployment shop/web spec.replicas
                          The number of replicas is fixed to 4, but HorizontalPodAutoscaler shop/web changes it: each apply \
                        would undo what it did.
                          hint: Leave replicas(...) out; the autoscaler decides.
                          @scaler: the autoscaler is made here
                        """));
    }

    @Test
    void should_reject_two_autoscalers_of_one_target() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Deployment web = shop.add(target(c -> c.requests("250m", "256Mi")));
                    shop.add(HorizontalPodAutoscaler.of("one", web, h -> h.replicas(2, 7))); // @one
                    shop.add(HorizontalPodAutoscaler.of("two", web, h -> h.replicas(1, 5))); // @two
                }))
                .isEqualTo(expected("""
                        error GTY-HPA-005 @two HorizontalPodAutoscaler shop/two spec.scaleTargetRef
                          Deployment shop/web has another autoscaler, HorizontalPodAutoscaler shop/one.
                          hint: Give one autoscaler several metrics: it takes the one that needs the most replicas.
                          @one: the first one is made here
                        """));
    }

    @Test
    void should_accept_targets_of_one_name_in_two_namespaces() {
        assertThat(findings(app -> {
                    for (String namespace : new String[] {"blog", "shop"}) {
                        Stack stack = app.stack(namespace, s -> s.namespace(namespace));
                        Deployment web = stack.add(target(c -> c.requests("250m", "256Mi")));
                        stack.add(HorizontalPodAutoscaler.of("web", web, h -> h.replicas(2, 7)));
                    }
                }))
                .isEmpty();
    }

    @Test
    void should_reject_a_metric_of_a_container_that_is_not_there() {
        assertThat(findings(program(h -> h.replicas(2, 7).rawTree(tree -> containerMetric(tree, "sidecar")))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message() + " " + f.hint())
                .containsExactly("GTY-HPA-006 spec.metrics[0].containerResource.container"
                        + " Deployment shop/web has no container \"sidecar\". It has \"web\".");
    }

    @Test
    void should_look_at_the_named_container_only() {
        assertThat(findings(program(h -> h.replicas(2, 7).rawTree(tree -> containerMetric(tree, "web")))))
                .isEmpty();
        assertThat(findings(program(
                        c -> c.request("memory", Quantity.mebi(64)),
                        h -> h.replicas(2, 7).rawTree(tree -> containerMetric(tree, "web")))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-HPA-003 spec.metrics[0].containerResource");
    }

    @Test
    void should_count_what_a_limit_range_of_the_namespace_fills_in() {
        assertThat(findings(withLimits("shop", k -> k.defaultRequest("100m", "64Mi"))))
                .isEmpty();
        assertThat(findings(withLimits("shop", k -> k.defaultRequest("memory", Quantity.mebi(64)))))
                .extracting(f -> f.code())
                .containsExactly("GTY-HPA-003");
        assertThat(findings(withLimits("blog", k -> k.defaultRequest("100m", "64Mi"))))
                .extracting(f -> f.code())
                .containsExactly("GTY-HPA-003");
    }

    private static Consumer<App> withLimits(String namespace, Consumer<ContainerLimits> limits) {
        return app -> {
            app.stack("limits", s -> s.namespace(namespace)).add(LimitRange.of("defaults", l -> l.container(limits)));
            program(c -> {}, h -> h.replicas(2, 7).cpuUtilization(50)).accept(app);
        };
    }

    private static void containerMetric(ObjectNode tree, String container) {
        ObjectNode metric = ((ObjectNode) tree.get("spec")).putArray("metrics").addObject();
        metric.put("type", "ContainerResource")
                .putObject("containerResource")
                .put("name", "cpu")
                .put("container", container)
                .putObject("target")
                .put("type", "Utilization")
                .put("averageUtilization", 60);
    }

    private static Consumer<App> program(Consumer<HorizontalPodAutoscaler.Builder> options) {
        return program(c -> c.requests("250m", "256Mi"), options);
    }

    private static Consumer<App> program(
            Consumer<Container> container, Consumer<HorizontalPodAutoscaler.Builder> options) {
        return app -> {
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            Deployment web = shop.add(target(container));
            shop.add(HorizontalPodAutoscaler.of("web", web, options)); // @autoscaler
        };
    }

    private static Deployment target(Consumer<Container> container) {
        return Deployment.of("web", d -> d.selector("app", "web").container("web", IMAGE, container));
    }

    private static String expected(String text) {
        return Lines.fill(AutoscalerCheckTest.class, text);
    }
}
