package dev.gantry.argocd.check;

import static dev.gantry.argocd.check.Found.DEPLOY;
import static dev.gantry.argocd.check.Found.gitops;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Stack;
import dev.gantry.TestRun;
import dev.gantry.argocd.Application;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Severity;
import dev.gantry.workload.Job;
import dev.gantry.workload.RestartPolicy;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WaveCheckTest {

    private static final String WAVE = "argocd.argoproj.io/sync-wave";
    private static final String HOOK = "argocd.argoproj.io/hook";

    @Test
    void should_find_a_wave_that_comes_before_what_it_needs() {
        assertThat(TestRun.report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    ConfigMap settings = shop.add(ConfigMap.of("settings", c -> c.text("A", "b"))); // @settings
                    shop.add(Job.of(
                            "migrate",
                            RestartPolicy.NEVER,
                            j -> j.annotation(WAVE, "-1") // @wave
                                    .container(
                                            "migrate",
                                            Image.of("example.com/migrate:1"),
                                            c -> c.env("A", settings.key("A"))
                                                    .requests("100m", "64Mi")
                                                    .limits("100m", "64Mi"))));
                    gitops(app).add(Application.of("shop", a -> a.from(DEPLOY).deploys(shop)));
                }))
                .isEqualTo(Lines.fill(WaveCheckTest.class, """
                        warning GTY-ARG-021 @wave Job shop/migrate metadata.annotations["argocd.argoproj.io/sync-wave"]
                          Job shop/migrate refers to ConfigMap shop/settings, but is applied in wave -1, and ConfigMap "settings" in wave 0.
                          hint: Give ConfigMap shop/settings a lower wave, or leave the annotations to syncWaves().
                          @settings: ConfigMap shop/settings is made here
                        """));
    }

    @Test
    void should_compare_waves_within_a_phase_only() {
        assertThat(found("1", "0", null, null)).isEmpty();
        assertThat(found("0", "0", null, null)).isEmpty();
        assertThat(found("-5", null, null, "PreSync")).isEmpty();
        assertThat(found(null, "7", "PostSync", null)).isEmpty();
        assertThat(found("0", "1", "PreSync", "PreSync")).hasSize(1);
    }

    @Test
    void should_find_a_hook_that_comes_before_what_it_needs() {
        assertThat(found(null, null, "PreSync", null))
                .containsExactly(
                        "GTY-ARG-021 metadata.annotations[\"argocd.argoproj.io/hook\"] Job shop/migrate refers to"
                                + " ConfigMap shop/settings, but is applied before the sync, and ConfigMap \"settings\" in the sync"
                                + " itself.");
    }

    @Test
    void should_find_a_wave_that_is_no_number() {
        assertThat(found("first", null, null, null))
                .containsExactly(
                        "GTY-ARG-021 metadata.annotations[\"argocd.argoproj.io/sync-wave\"] The wave \"first\" is not"
                                + " a whole number, so it counts as 0.");
    }

    @Test
    void should_look_only_at_what_an_application_deploys() {
        assertThat(Found.in(app -> define(app, "-1", null, null, null))).isEmpty();
    }

    @Test
    void should_find_each_resource_of_whose_order_argo_cd_knows_nothing() {
        assertThat(ordered((first, c) -> c.dependsOn(first), a -> {}))
                .containsExactly(
                        "GTY-ARG-036 null ConfigMap shop/second depends on ConfigMap shop/first, but nothing tells Argo CD"
                                + " of it, which applies them at once.",
                        "GTY-ARG-036 null ConfigMap shop/third depends on ConfigMap shop/first and 1 more resource, but"
                                + " nothing tells Argo CD of it, which applies them at once.");
    }

    @Test
    void should_accept_the_order_of_one_resource_and_not_of_the_others() {
        assertThat(TestRun.findings(app -> order(
                        app,
                        (first, c) -> c.dependsOn(first).finding("GTY-ARG-036", Severity.OFF, "it tries again"),
                        a -> {})))
                .extracting(finding -> finding.resource() + " " + finding.severity())
                .containsExactly("ConfigMap shop/second OFF", "ConfigMap shop/third WARNING");
    }

    @Test
    void should_find_an_order_that_only_some_waves_keep() {
        assertThat(ordered((first, c) -> c.dependsOn(first).annotation(WAVE, "1"), a -> {}))
                .containsExactly(
                        "GTY-ARG-036 null ConfigMap shop/third depends on ConfigMap shop/first and 1 more resource, but"
                                + " nothing tells Argo CD of it, which applies them at once.");
    }

    @Test
    void should_know_orders_that_the_waves_of_an_application_keep() {
        assertThat(ordered((first, c) -> c.dependsOn(first), a -> a.syncWaves()))
                .isEmpty();
    }

    @Test
    void should_leave_the_order_of_stacks_to_their_applications() {
        assertThat(Found.in(app -> {
                    Stack base = app.stack("base", s -> s.namespace("shop"));
                    ConfigMap first = base.add(ConfigMap.of("first", c -> c.text("a", "b")));
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(ConfigMap.of("second", c -> c.text("a", "b").dependsOn(first)));
                    gitops(app).add(Application.of("shop", a -> a.from(DEPLOY).deploys(shop)));
                }))
                .isEmpty();
    }

    @Test
    void should_leave_an_order_to_whoever_gives_hooks() {
        assertThat(Found.in(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    ConfigMap first =
                            shop.add(ConfigMap.of("first", c -> c.text("a", "b").annotation(HOOK, "PreSync")));
                    shop.add(ConfigMap.of("second", c -> c.text("a", "b").dependsOn(first)));
                    gitops(app).add(Application.of("shop", a -> a.from(DEPLOY).deploys(shop)));
                }))
                .isEmpty();
    }

    @Test
    void should_not_speak_of_orders_without_an_application() {
        assertThat(Found.in(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    ConfigMap first = shop.add(ConfigMap.of("first", c -> c.text("a", "b")));
                    shop.add(ConfigMap.of("second", c -> c.text("a", "b").dependsOn(first)));
                }))
                .isEmpty();
    }

    private static List<String> ordered(
            BiConsumer<ConfigMap, ConfigMap.Builder> second, Consumer<Application.Builder> options) {
        return Found.in(app -> order(app, second, options));
    }

    /** Two that depend on the first of a stack, one of them also on the other. */
    private static void order(
            App app, BiConsumer<ConfigMap, ConfigMap.Builder> second, Consumer<Application.Builder> options) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        ConfigMap first = shop.add(ConfigMap.of("first", c -> c.text("a", "b")));
        ConfigMap next = shop.add(ConfigMap.of("second", c -> second.accept(first, c.text("a", "b"))));
        shop.add(ConfigMap.of("third", c -> c.text("a", "b").dependsOn(first, next)));
        gitops(app).add(Application.of("shop", a -> {
            a.from(DEPLOY).deploys(shop);
            options.accept(a);
        }));
    }

    @Test
    void should_say_where_an_order_is_stated() {
        assertThat(TestRun.report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    ConfigMap first = shop.add(ConfigMap.of("first", c -> c.text("a", "b"))); // @first
                    shop.add(ConfigMap.of("second", c -> c.text("a", "b").dependsOn(first))); // @order
                    gitops(app).add(Application.of("shop", a -> a.from(DEPLOY).deploys(shop)));
                }))
                .isEqualTo(Lines.fill(WaveCheckTest.class, """
                        warning GTY-ARG-036 @order ConfigMap shop/second
                          ConfigMap shop/second depends on ConfigMap shop/first, but nothing tells Argo CD of it, which applies them at once.
                          hint: Let the Application of the stack call syncWaves(), as with GitOps.of(..., g -> g.application(a -> a.syncWaves())). Where an ApplicationSet makes it, give the resources waves of their own: annotation("argocd.argoproj.io/sync-wave", "1").
                          @first: ConfigMap shop/first is made here
                        """));
    }

    private static List<String> found(String wave, String other, String hook, String otherHook) {
        return Found.in(app -> {
            Stack shop = define(app, wave, other, hook, otherHook);
            gitops(app).add(Application.of("shop", a -> a.from(DEPLOY).deploys(shop)));
        });
    }

    private static Stack define(App app, String wave, String other, String hook, String otherHook) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        ConfigMap settings = shop.add(ConfigMap.of("settings", c -> {
            c.text("A", "b");
            if (other != null) {
                c.annotation(WAVE, other);
            }
            if (otherHook != null) {
                c.annotation(HOOK, otherHook);
            }
        }));
        shop.add(Job.of("migrate", RestartPolicy.NEVER, j -> {
            j.container(
                    "migrate",
                    Image.of("example.com/migrate:1"),
                    c -> c.env("A", settings.key("A")).requests("100m", "64Mi").limits("100m", "64Mi"));
            if (wave != null) {
                j.annotation(WAVE, wave);
            }
            if (hook != null) {
                j.annotation(HOOK, hook);
            }
        }));
        return shop;
    }
}
