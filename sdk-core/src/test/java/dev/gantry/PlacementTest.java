package dev.gantry;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.manifest;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.bundle.BundleStack;
import dev.gantry.check.Manifest;
import dev.gantry.config.ConfigMap;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PlacementTest {

    private static final Port HTTP = Port.http(8080);
    private static final ConfigMap SHARED = ConfigMap.of("shared", c -> c.text("a", "1"));

    @Test
    void should_write_stack_defaults_only_where_they_are_absent() {
        Synthesis made = TestRun.of(app -> {
            Stack shop = app.stack(
                    "shop", s -> s.namespace("shop").label("team", "checkout").label("tier", "front"));
            shop.add(ConfigMap.of("plain", c -> c.text("a", "1")));
            shop.add(ConfigMap.of(
                    "own", c -> c.namespace("other").label("team", "search").text("a", "1")));
        });

        assertThat(manifest(made, "ConfigMap", "plain").tree().get("metadata").toString())
                .isEqualTo("""
                        {"name":"plain","namespace":"shop","labels":{"team":"checkout","tier":"front"}}""");
        Manifest own = manifest(made, "ConfigMap", "own");
        assertThat(own.tree().get("metadata").toString()).isEqualTo("""
                        {"name":"own","namespace":"other","labels":{"team":"search","tier":"front"}}""");
        assertThat(own.id().namespace()).isEqualTo("other");
    }

    @Test
    void should_write_no_namespace_where_none_was_given() {
        Synthesis made = TestRun.of(app -> {
            app.stack("shop").add(ConfigMap.of("web", c -> c.text("a", "1")));
            app.stack("ops", s -> s.namespace("ops"))
                    .add(AnyKind.of(Kind.cluster("storage.k8s.io/v1", "StorageClass"), "fast", tree -> {}));
        });

        assertThat(made.manifests()).allSatisfy(m -> {
            assertThat(m.tree().get("metadata").has("namespace")).isFalse();
            assertThat(m.id().namespace()).isNull();
        });
    }

    @Test
    void should_keep_stack_labels_out_of_selectors_and_pods() {
        Synthesis made = TestRun.of(app -> {
            Stack shop = app.stack("shop", s -> s.label("team", "checkout"));
            Deployment web = shop.add(web("web"));
            shop.add(Service.of("web", s -> s.selects(web).port(HTTP)));
        });

        var deployment = manifest(made, "Deployment", "web").tree();
        assertThat(deployment.at("/metadata/labels").toString()).isEqualTo("{\"team\":\"checkout\"}");
        assertThat(deployment.at("/spec/selector/matchLabels").toString()).isEqualTo("{\"app\":\"web\"}");
        assertThat(deployment.at("/spec/template/metadata/labels").toString()).isEqualTo("{\"app\":\"web\"}");
        assertThat(manifest(made, "Service", "web").tree().at("/spec/selector").toString())
                .isEqualTo("{\"app\":\"web\"}");
    }

    @Test
    void should_put_stacks_in_their_order_and_resources_in_the_order_of_applying() {
        Synthesis made = TestRun.of(app -> {
            Stack web = app.stack("web");
            Stack base = app.stack("base");
            base.add(ConfigMap.of("b", c -> c.text("a", "1")));
            Deployment deployment = web.add(web("web"));
            web.add(HorizontalPodAutoscaler.of("web", deployment, h -> h.replicas(2, 7)));
            web.add(Service.of("web", s -> s.selects(deployment).port(HTTP)));
            base.add(ConfigMap.of("a", c -> c.text("a", "1")));
        });

        assertThat(made.stacks()).extracting(BundleStack::name).containsExactly("web", "base");
        assertThat(made.manifests())
                .extracting(m -> m.stack() + ": " + m)
                .containsExactly(
                        "web: Service web",
                        "web: Deployment web",
                        "web: HorizontalPodAutoscaler web",
                        "base: ConfigMap a",
                        "base: ConfigMap b");
    }

    @Test
    void should_reject_a_resource_that_is_added_twice() {
        assertThat(report(app -> {
                    ConfigMap config = ConfigMap.of("web", c -> c.text("a", "1"));
                    app.stack("shop").add(config); // @once
                    app.stack("blog").add(config); // @twice
                }))
                .isEqualTo(expected("""
                        error GTY-PRG-002 @twice ConfigMap web
                          ConfigMap web was added to the stack "blog", but it is in "shop" already.
                          hint: Add it once; refer to it from anywhere.
                          @once: it was added here first
                        """));
    }

    @Test
    void should_reject_a_resource_that_is_named_but_never_added() {
        assertThat(report(app -> {
                    Deployment web = web("web");
                    app.stack("shop", s -> s.namespace("shop"))
                            .add(HorizontalPodAutoscaler.of("web", web, h -> h.replicas(2, 7))); // @named
                }))
                .isEqualTo(expected("""
                        error GTY-PRG-003 @named HorizontalPodAutoscaler shop/web spec.scaleTargetRef
                          Deployment web is named here, but it was never added to a stack.
                          hint: Pass it to Stack.add(...), or name it with existing(...) if it lives elsewhere.
                          @made: it is made here
                        """));
    }

    @Test
    void should_accept_references_to_what_exists_elsewhere() {
        assertThat(findings(app -> app.stack("shop", s -> s.namespace("shop"))
                        .add(HorizontalPodAutoscaler.of("web", Deployment.existing("web"), h -> h.replicas(2, 7)))))
                .isEmpty();
    }

    @Test
    void should_warn_of_a_resource_that_was_forgotten() {
        assertThat(report(app -> {
                    app.stack("shop").add(ConfigMap.of("web", c -> c.text("a", "1")));
                    ConfigMap forgotten = ConfigMap.of("lost", c -> c.text("a", "1")); // @forgotten
                    assertThat(forgotten.name()).isEqualTo("lost");
                }))
                .isEqualTo(expected("""
                        warning GTY-PRG-004 @forgotten ConfigMap lost
                          ConfigMap lost was made, but never added to a stack.
                          hint: Pass it to Stack.add(...), or do not make it.
                        """));
    }

    @Test
    void should_reject_two_resources_of_one_identity() {
        assertThat(report(app -> {
                    app.stack("shop", s -> s.namespace("shop")).add(web("web"));
                    Consumer<Deployment.Builder> blog = d -> d.namespace("shop").selector("app", "blog");
                    app.stack("blog").add(deployment("web", blog));
                }))
                .isEqualTo(expected("""
                        error GTY-PRG-005 @made Deployment shop/web metadata.name
                          There are two resources Deployment shop/web.
                          hint: Give one of them another name or namespace.
                          @made: the first one is made here
                        """));
    }

    @Test
    void should_tell_resources_apart_by_kind_group_and_namespace_but_not_by_version() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(AnyKind.of(Kind.namespaced("example.com/v1", "Web"), "web", t -> {}));
                    shop.add(AnyKind.of(Kind.namespaced("example.org/v1", "Web"), "web", t -> {}));
                    shop.add(AnyKind.of(Kind.namespaced("example.com/v1", "Site"), "web", t -> {}));
                    app.stack("blog", s -> s.namespace("blog"))
                            .add(AnyKind.of(Kind.namespaced("example.com/v1", "Web"), "web", t -> {}));
                }))
                .isEmpty();
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(AnyKind.of(Kind.namespaced("example.com/v1", "Web"), "web", t -> {}));
                    shop.add(AnyKind.of(Kind.namespaced("example.com/v2", "Web"), "web", t -> {}));
                }))
                .extracting(f -> f.code())
                .containsExactly("GTY-PRG-005");
    }

    @Test
    void should_reject_two_stacks_of_one_name() {
        assertThat(report(app -> {
                    app.stack("shop").add(ConfigMap.of("web", c -> c.text("a", "1"))); // @stack
                    app.stack("shop"); // @same
                }))
                .isEqualTo(expected("""
                        error GTY-PRG-006 @same
                          There are two stacks with the name "shop".
                          hint: Keep the first one in a variable and add to it, or give this one another name.
                          @stack: the first one is made here
                        """));
    }

    @Test
    void should_reject_an_external_resource_that_is_added() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(ConfigMap.of("web", c -> c.text("a", "1")));
                    shop.add(Service.existing("database")); // @external
                }))
                .isEqualTo(expected("""
                        error GTY-PRG-007 @external Service database
                          Service database exists outside the program, so it cannot be added.
                          hint: Make it with of(...), or only refer to it.
                        """));
    }

    @Test
    void should_reject_a_reference_that_cannot_cross_namespaces() {
        assertThat(report(app -> {
                    Deployment web = app.stack("shop", s -> s.namespace("shop")).add(web("web"));
                    app.stack("blog", s -> s.namespace("blog"))
                            .add(HorizontalPodAutoscaler.of("web", web, h -> h.replicas(2, 7))); // @crossing
                }))
                .isEqualTo(expected("""
                        error GTY-PRG-016 @crossing HorizontalPodAutoscaler blog/web spec.scaleTargetRef
                          Deployment web lives in the namespace "shop", but this field can only name what lives in the \
                        namespace "blog".
                          hint: Put both into one namespace.
                          @made: it is made here
                        """));
    }

    @Test
    void should_reject_null_in_a_stack() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(ConfigMap.of("web", c -> c.text("a", "1")));
                    shop.add((Resource) null); // @null
                }))
                .isEqualTo(expected("""
                        error GTY-VAL-001 @null
                          null was added to the stack "shop".
                          hint: Add a resource.
                        """));
    }

    @Test
    void should_warn_of_a_program_that_makes_nothing() {
        assertThat(report(app -> app.stack("shop"))).isEqualTo("""
                warning GTY-PRG-015
                  The blueprint made no resources.
                  hint: Make a stack with app.stack(name), and add resources to it.
                """);
    }

    @Test
    void should_not_leak_the_defaults_of_one_run_into_another() {
        Synthesis first = TestRun.in(
                "staging",
                app -> app.stack("shop", s -> s.namespace("shop").label("env", "staging"))
                        .add(SHARED));
        Synthesis second = TestRun.in(
                "production",
                app -> app.stack("blog", s -> s.label("env", "production")).add(SHARED));

        assertThat(first.findings()).isEmpty();
        assertThat(second.findings()).isEmpty();
        assertThat(manifest(first, "ConfigMap", "shared").tree().get("metadata").toString())
                .isEqualTo("{\"name\":\"shared\",\"namespace\":\"shop\",\"labels\":{\"env\":\"staging\"}}");
        assertThat(manifest(second, "ConfigMap", "shared")
                        .tree()
                        .get("metadata")
                        .toString())
                .isEqualTo("{\"name\":\"shared\",\"labels\":{\"env\":\"production\"}}");
    }

    private static Deployment web(String name) {
        return deployment(name, d -> d.selector("app", "web"));
    }

    private static Deployment deployment(String name, Consumer<Deployment.Builder> options) {
        Consumer<Deployment.Builder> container = d -> d.container(
                "web", Image.of("example.com/web:7"), c -> c.ports(HTTP).requests("250m", "64Mi"));
        return Deployment.of(name, container.andThen(options)); // @made
    }

    private static String expected(String text) {
        return Lines.fill(PlacementTest.class, text);
    }
}
