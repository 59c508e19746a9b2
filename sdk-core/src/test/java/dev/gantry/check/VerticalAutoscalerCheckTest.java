package dev.gantry.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Quantity;
import dev.gantry.Stack;
import dev.gantry.autoscaling.ContainerControlledValues;
import dev.gantry.autoscaling.ContainerScalingMode;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.autoscaling.MetricTarget;
import dev.gantry.autoscaling.UpdateMode;
import dev.gantry.autoscaling.VerticalPodAutoscaler;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Severity;
import dev.gantry.workload.Deployment;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class VerticalAutoscalerCheckTest {

    @Test
    void should_accept_policies_that_fit_the_target() {
        assertThat(findings(program(v -> v.updateMode(UpdateMode.AUTO)
                        .container("web", c -> c.minAllowed("1000m", "128Mi").maxAllowed("1", "256Mi"))
                        .container("proxy", c -> c.mode(ContainerScalingMode.OFF))
                        .allContainers(c -> c.controlledValues(ContainerControlledValues.REQUESTS_ONLY)))))
                .isEmpty();
    }

    @Test
    void should_reject_a_least_amount_above_the_greatest() {
        assertThat(report(program(v -> v.allContainers(c -> c.maxAllowed("1", "2Gi") // @most
                        .minAllowed("cpu", Quantity.of("1001m")))))) // @least
                .isEqualTo(expected("""
                        error GTY-VPA-001 @least VerticalPodAutoscaler shop/web \
                        spec.resourcePolicy.containerPolicies[0].minAllowed.cpu
                          The least cpu is 1001m, but the greatest is 1.
                          hint: Call minAllowed(...) with less than maxAllowed(...).
                          @most: the greatest is set here
                        """));
    }

    @Test
    void should_reject_a_policy_for_a_container_that_is_not_there() {
        assertThat(report(program(v -> v.container("wbe", c -> {})))) // @container
                .isEqualTo(expected("""
                        error GTY-VPA-002 @container VerticalPodAutoscaler shop/web \
                        spec.resourcePolicy.containerPolicies[0].containerName
                          Deployment shop/web has no container "wbe".
                          hint: It has "web" and "proxy".
                          @target: Deployment shop/web is made here
                        """));
    }

    @Test
    void should_reject_two_vertical_autoscalers_of_one_target() {
        assertThat(found(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(VerticalPodAutoscaler.of("one", Deployment.existing("web"), v -> {}));
                    shop.add(VerticalPodAutoscaler.of("two", Deployment.existing("web"), v -> {}));
                    shop.add(VerticalPodAutoscaler.of("three", Deployment.existing("job"), v -> {}));
                }))
                .containsExactly(
                        "GTY-VPA-003 VerticalPodAutoscaler two spec.targetRef Deployment web has another vertical"
                                + " autoscaler, VerticalPodAutoscaler one.");
    }

    @Test
    void should_warn_of_less_than_a_container_requests() {
        assertThat(report(program(v -> v.container("web", c -> c.maxAllowed("100m", "2Gi"))))) // @max
                .isEqualTo(expected("""
                        warning GTY-VPA-005 @max VerticalPodAutoscaler shop/web \
                        spec.resourcePolicy.containerPolicies[0].maxAllowed.cpu
                          At most 100m cpu is allowed, but the container "web" requests 250m.
                          hint: Allow at least what the container requests, or request less.
                          @request: the request of Deployment shop/web
                        """));
    }

    @Test
    void should_take_a_limit_for_the_request_as_a_cluster_does() {
        Image image = Image.of("example.com/web:7");
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Deployment web = shop.add(Deployment.of(
                            "web",
                            d -> d.selector("app", "web")
                                    .container("web", image, c -> c.limits("250m", "256Mi")) // @limit
                                    .container(
                                            "proxy",
                                            image,
                                            c -> c.requests("10m", "16Mi").limits("250m", "256Mi"))));
                    shop.add(VerticalPodAutoscaler.of(
                            "web",
                            web,
                            v -> v.container("web", c -> c.maxAllowed("100m", "2Gi")) // @below
                                    .container("proxy", c -> c.maxAllowed("100m", "2Gi"))));
                }))
                .isEqualTo(expected("""
                        warning GTY-VPA-005 @below VerticalPodAutoscaler shop/web \
                        spec.resourcePolicy.containerPolicies[0].maxAllowed.cpu
                          At most 100m cpu is allowed, but the container "web" requests 250m.
                          hint: Allow at least what the container requests, or request less.
                          @limit: the limit, which is the request too, of Deployment shop/web
                        """));
    }

    @Test
    void should_reject_what_the_autoscaler_itself_rejects() {
        assertThat(found(program(v -> v.minReplicas(1)
                        .recommender("a")
                        .recommender("b")
                        .container(
                                "web",
                                c -> c.mode(ContainerScalingMode.OFF)
                                        .controlledValues(ContainerControlledValues.REQUESTS_AND_LIMITS))
                        .container("web", c -> {}))))
                .containsExactly(
                        "GTY-VPA-006 VerticalPodAutoscaler shop/web spec.updatePolicy The policy of updates has no mode.",
                        "GTY-VPA-006 VerticalPodAutoscaler shop/web spec.recommenders[1] There are several recommenders;"
                                + " only one is allowed.",
                        "GTY-VPA-006 VerticalPodAutoscaler shop/web"
                                + " spec.resourcePolicy.containerPolicies[0].controlledValues The mode is Off, so there"
                                + " are no values to control.",
                        "GTY-VPA-006 VerticalPodAutoscaler shop/web"
                                + " spec.resourcePolicy.containerPolicies[1].containerName There is another policy for"
                                + " \"web\".");
    }

    @Test
    void should_warn_of_a_horizontal_autoscaler_that_follows_the_same() {
        assertThat(report(beside(
                        h -> h.memoryUtilization(70).cpuUtilization(80), // @metric
                        v -> v.updateMode(UpdateMode.AUTO).container("web", c -> c.minAllowed("1m", "1Mi")))))
                .isEqualTo(expected("""
                        warning GTY-VPA-004 @vertical VerticalPodAutoscaler shop/web spec.targetRef
                          It changes what Deployment shop/web requests of memory and CPU, and HorizontalPodAutoscaler \
                        shop/web the number of replicas by the use of the same: each answers to what the other did.
                          hint: Leave memory and CPU to one of them with controlledResources(...) or another metric, or only \
                        recommend with updateMode(UpdateMode.OFF).
                          @metric: HorizontalPodAutoscaler shop/web follows memory and CPU
                        """));
    }

    @Test
    void should_know_what_a_cluster_follows_where_no_metric_is_named() {
        assertThat(codes(h -> {}, v -> {})).containsExactly("GTY-VPA-004");
        assertThat(codes(h -> {}, v -> v.allContainers(c -> c.controlledResources("memory"))))
                .isEmpty();
    }

    @Test
    void should_look_at_each_container_that_a_metric_follows() {
        Consumer<HorizontalPodAutoscaler.Builder> proxy = h -> h.containerUtilization("proxy", "cpu", 60);
        assertThat(codes(proxy, v -> v.container("proxy", c -> c.mode(ContainerScalingMode.OFF))))
                .isEmpty();
        assertThat(codes(proxy, v -> v.container("web", c -> c.mode(ContainerScalingMode.OFF))))
                .containsExactly("GTY-VPA-004");
        assertThat(codes(
                        h -> h.cpuUtilization(60),
                        v -> v.allContainers(c -> c.mode(ContainerScalingMode.OFF))
                                .container("proxy", c -> {})))
                .containsExactly("GTY-VPA-004");
    }

    @Test
    void should_accept_autoscalers_that_follow_different_things() {
        assertThat(codes(h -> h.cpuUtilization(60), v -> v.updateMode(UpdateMode.OFF)))
                .isEmpty();
        assertThat(codes(
                        h -> h.cpuUtilization(60),
                        v -> v.updateMode(UpdateMode.INITIAL).allContainers(c -> c.controlledResources("memory"))))
                .isEmpty();
        assertThat(codes(h -> h.external("queue", MetricTarget.value(Quantity.of(5))), v -> {}))
                .isEmpty();
        assertThat(codes(h -> h.pods("requests", Quantity.of(5)), v -> {})).isEmpty();
    }

    @Test
    void should_let_the_author_accept_it_for_one_autoscaler() {
        assertThat(findings(beside(
                        h -> h.cpuUtilization(60),
                        v -> v.finding("GTY-VPA-004", Severity.OFF, "the document shows both"))))
                .extracting(Finding::severity)
                .containsExactly(Severity.OFF);
    }

    private static List<String> codes(
            Consumer<HorizontalPodAutoscaler.Builder> horizontal, Consumer<VerticalPodAutoscaler.Builder> vertical) {
        return findings(beside(horizontal, vertical)).stream()
                .map(Finding::code)
                .toList();
    }

    private static List<String> found(Consumer<App> program) {
        return findings(program).stream()
                .map(f -> f.code() + " " + f.resource() + " " + f.field() + " " + f.message())
                .toList();
    }

    private static Consumer<App> program(Consumer<VerticalPodAutoscaler.Builder> options) {
        return app -> {
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            shop.add(VerticalPodAutoscaler.of("web", shop.add(web()), options));
        };
    }

    private static Consumer<App> beside(
            Consumer<HorizontalPodAutoscaler.Builder> horizontal, Consumer<VerticalPodAutoscaler.Builder> vertical) {
        return app -> {
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            Deployment web = shop.add(web());
            shop.add(HorizontalPodAutoscaler.of("web", web, h -> horizontal.accept(h.replicas(2, 5))));
            shop.add(VerticalPodAutoscaler.of("web", web, vertical)); // @vertical
        };
    }

    private static Deployment web() {
        Image image = Image.of("example.com/web:7");
        return Deployment.of( // @target
                "web",
                d -> d.selector("app", "web")
                        .container("web", image, c -> c.requests("250m", "256Mi")) // @request
                        .container("proxy", image, c -> c.requests("10m", "16Mi")));
    }

    private static String expected(String text) {
        return Lines.fill(VerticalAutoscalerCheckTest.class, text);
    }
}
