package dev.gantry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.AnyKind;
import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.LabelSelector;
import dev.gantry.Lines;
import dev.gantry.Stack;
import dev.gantry.TestRun;
import dev.gantry.cluster.Namespace;
import dev.gantry.config.ConfigMap;
import dev.gantry.extension.Kind;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Severity;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.NetworkPolicyPeer;
import dev.gantry.workload.Deployment;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultDenyCheckTest {

    @Test
    void should_warn_once_of_a_namespace_that_anybody_can_reach() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop")); // @stack
                    shop.add(web("web"));
                    shop.add(web("admin"));
                    app.stack("more", s -> s.namespace("shop")).add(web("more"));
                }))
                .isEqualTo(Lines.fill(DefaultDenyCheckTest.class, """
                        warning GTY-SEC-006 @stack
                          The namespace "shop" has no NetworkPolicy that denies by default: every pod of the cluster can reach those of its pods that no policy is for.
                          hint: Add NetworkPolicy.denyIngress(name) or denyAll(name), and policies that let in what is needed.
                        """));
    }

    @Test
    void should_warn_at_the_line_of_the_namespace_if_the_program_makes_it() {
        assertThat(report(app -> {
                    app.stack("shop", s -> s.namespace("shop")).add(web("web"));
                    app.stack("base").add(Namespace.of("shop", n -> {})); // @namespace
                }))
                .startsWith(Lines.fill(DefaultDenyCheckTest.class, "warning GTY-SEC-006 @namespace Namespace shop\n"));
    }

    @Test
    void should_warn_of_a_stack_that_leaves_its_namespace_to_whoever_applies_it() {
        assertThat(found(app -> app.stack("shop").add(web("web"))))
                .extracting(Finding::message)
                .containsExactly(
                        "The namespace of the stack \"shop\" has no NetworkPolicy that denies by default: every pod"
                                + " of the cluster can reach those of its pods that no policy is for.");
    }

    @Test
    void should_accept_a_namespace_that_is_closed_by_default() {
        for (NetworkPolicy policy : List.of(NetworkPolicy.denyAll("a"), NetworkPolicy.denyIngress("b"))) {
            assertThat(found(app -> {
                        app.stack("base").add(Namespace.of("shop", n -> {}));
                        app.stack("rules", s -> s.namespace("shop")).add(policy);
                        app.stack("shop", s -> s.namespace("shop")).add(web("web"));
                    }))
                    .isEmpty();
        }
    }

    @Test
    void should_take_a_policy_without_types_for_one_of_what_comes_in() {
        assertThat(found(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(web("web"));
                    shop.add(AnyKind.of(
                            Kind.namespaced("networking.k8s.io/v1", "NetworkPolicy"),
                            "deny",
                            tree -> tree.putObject("spec").putObject("podSelector")));
                }))
                .isEmpty();
    }

    @Test
    void should_not_take_another_policy_for_one_that_denies_by_default() {
        assertThat(found(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Deployment web = shop.add(web("web"));
                    shop.add(NetworkPolicy.denyEgress("egress"));
                    shop.add(NetworkPolicy.of("web", web, p -> p.ingress(r -> r.from(web))));
                    shop.add(NetworkPolicy.forAllPods("open", p -> p.ingress(r -> {})));
                    app.stack("other", s -> s.namespace("other")).add(NetworkPolicy.denyAll("deny"));
                }))
                .extracting(Finding::code)
                .containsExactly("GTY-SEC-006");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void should_look_whom_the_rules_of_a_policy_for_all_pods_admit(NetworkPolicyPeer peer, boolean open) {
        assertThat(found(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(web("web"));
                    shop.add(NetworkPolicy.forAllPods("rules", p -> p.ingress(r -> r.from(peer))));
                }))
                .hasSize(open ? 1 : 0);
    }

    static Stream<Arguments> rules() {
        LabelSelector all = LabelSelector.everything();
        return Stream.of(
                Arguments.of(NetworkPolicyPeer.pods(all), false),
                Arguments.of(NetworkPolicyPeer.namespace(Namespace.existing("shop")), false),
                Arguments.of(NetworkPolicyPeer.ipBlock("10.0.0.0/8"), false),
                Arguments.of(NetworkPolicyPeer.ipBlock("0.0.0.0/0"), true),
                Arguments.of(NetworkPolicyPeer.namespaces(all), true));
    }

    @Test
    void should_not_speak_of_a_namespace_without_pods() {
        assertThat(found(app ->
                        app.stack("shop", s -> s.namespace("shop")).add(ConfigMap.of("web", c -> c.text("a", "b")))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void should_let_the_stack_or_the_namespace_accept_it(boolean namespace) {
        assertThat(found(app -> {
                    app.stack("shop", s -> s.namespace("shop").finding("GTY-SEC-006", Severity.OFF, "a mesh does it"))
                            .add(web("web"));
                    if (namespace) {
                        app.stack("base")
                                .add(Namespace.of(
                                        "shop", n -> n.finding("GTY-SEC-006", Severity.OFF, "a mesh does it")));
                    }
                }))
                .extracting(Finding::severity)
                .containsExactly(Severity.OFF);
    }

    private static Deployment web(String name) {
        return Deployment.of(
                name, d -> d.selector("app", name).container("web", Image.of("example.com/web:7"), c -> {}));
    }

    private static List<Finding> found(Consumer<App> program) {
        return TestRun.findingsOf("GTY-SEC-006", program).stream()
                .filter(f -> f.code().startsWith("GTY-SEC"))
                .toList();
    }

    private static String report(Consumer<App> program) {
        return TestRun.report(found(program));
    }
}
