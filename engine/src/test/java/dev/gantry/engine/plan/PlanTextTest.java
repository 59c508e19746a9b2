package dev.gantry.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.bundle.BundleStack;
import dev.gantry.engine.cluster.Connection;
import dev.gantry.engine.desired.Release;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTextTest {

    @Test
    void should_print_what_happens_and_why_in_order() {
        assertThat(PlanText.of(Plans.everything(), PlanStyle.plain().width(80))).isEqualTo("""
                Cluster production (https://10.0.0.1:6443), user jane

                Stack shop (production, namespace shop) → revision 4: 1 to create, 4 to update, 1 to recreate, 1 in conflict, 1 deferred, 1 rejected, 1 to delete, 2 to keep, 1 unchanged
                  wave 1 of 3
                    + Namespace shop                                                Shop.java:10
                    ? Widget shop/one: decided when the kind Widget is there        Shop.java:12
                  wave 2 of 3
                    ~ ConfigMap shop/web                                            Shop.java:20
                        data.colour: blue → green
                        - data.gone: x
                        + data.size: "3"
                        .data.colour is taken from kubectl-edit
                        ⇒ the pods of Deployment shop/web do not restart by themselves
                    ~ Secret shop/db                                                Shop.java:24
                        data.password: (secret) → (another secret)
                        + data.user: (secret)
                        ⇒ the value of password is replaced
                  wave 3 of 3
                    ~ Deployment shop/web                                           Shop.java:31
                        spec.replicas: 3 → 6
                        spec.template.spec.containers[web].image: web:1 → web:2
                        ⇒ 3 pods restart, at most 1 extra and 0 missing at a time
                        ⇒ scales from 3 to 6 pods
                        note: spec.x is deprecated
                    ± Job shop/migrate: spec.template: field is immutable           Shop.java:40
                        spec.template.a: 1 → 2
                        ⇒ it runs again from the beginning
                    ! Deployment shop/api: others own fields of it, and nothing is written  Shop.java:50
                        .spec.replicas belongs to kube-controller-manager
                        .spec.paused belongs to kubectl-edit
                    x Deployment shop/bad: refused by the server, see the findings  Shop.java:60
                    ~ Deployment shop/mine                                          Shop.java:70
                        only who owns its fields changes
                  after that, what the program no longer has
                    - Deployment shop/old
                        ⇒ 3 pods stop
                    · PersistentVolumeClaim shop/data: stays, it holds data
                    · Service shop/kept: stays, gantry.dev/prune says so; no longer part of the stack

                Plan: 1 to create, 4 to update, 1 to recreate, 1 in conflict, 1 deferred, 1 rejected, 1 to delete, 2 to keep, 1 unchanged
                """);
    }

    @Test
    void should_list_what_does_not_change_if_asked() {
        Plan plan =
                Plans.plan(List.of(List.of(new Step.Unchanged(Plans.object("v1", "Service shop/web", 22)))), List.of());

        assertThat(PlanText.of(plan, PlanStyle.plain().width(60).verbose(true))).isEqualTo("""
                Cluster production (https://10.0.0.1:6443), user jane

                Stack shop (production, namespace shop): 1 unchanged
                  wave 1 of 1
                    = Service shop/web                          Shop.java:22

                Plan: nothing to do, 1 object is as the program says
                """);
    }

    @Test
    void should_say_that_there_is_nothing_to_do() {
        Plan plan = Plans.plan(
                List.of(List.of(
                        new Step.Unchanged(Plans.object("v1", "Service shop/web", 22)),
                        new Step.Unchanged(Plans.object("v1", "Service shop/api", 23)))),
                List.of());

        assertThat(PlanText.of(plan, PlanStyle.plain())).isEqualTo("""
                Cluster production (https://10.0.0.1:6443), user jane

                Stack shop (production, namespace shop): 2 unchanged

                Plan: nothing to do, 2 objects are as the program says
                """);
    }

    @Test
    void should_name_the_server_where_there_is_no_context() {
        Release release = new Release("com.acme.Shop", "test", new BundleStack("shop", null, List.of()), List.of());
        Plan plan = new Plan(
                new Connection(null, "https://10.96.0.1", "shop", null),
                List.of(new StackPlan(release, 1, List.of(), List.of())),
                List.of());

        assertThat(PlanText.of(plan, PlanStyle.plain())).isEqualTo("""
                Cluster https://10.96.0.1

                Stack shop (test): nothing to do

                Plan: nothing to do, 0 objects are as the program says
                """);
    }

    @Test
    void should_colour_signs_and_changes() {
        Plan plan = Plans.plan(
                List.of(List.of(new Step.Update(
                        Plans.object("v1", "ConfigMap shop/web", 20),
                        Plans.changes("data: {a: b, c: d, e: f}", "data: {a: x, c: d, g: h}"),
                        List.of("effect"),
                        List.of(),
                        List.of()))),
                List.of());

        assertThat(PlanText.of(plan, PlanStyle.plain().colour(true)).replace('\u001b', '^'))
                .contains("^[1mCluster production (https://10.0.0.1:6443), user jane^[m\n")
                .contains("    ^[33m~ ConfigMap shop/web^[m  ")
                .contains("  ^[2mShop.java:20^[m\n")
                .contains("        data.a: b → x\n")
                .contains("        ^[31m- data.e: f^[m\n")
                .contains("        ^[32m+ data.g: h^[m\n")
                .contains("        ^[36m⇒ effect^[m\n");
    }

    @Test
    void should_never_print_the_value_of_a_secret() {
        Plan plan = Plans.everything();

        assertThat(PlanText.of(plan, PlanStyle.plain()) + PlanJson.of(plan) + plan)
                .contains("(secret)")
                .doesNotContain("aHVudGVy", "hunter", "YWRtaW4");
    }

    @Test
    void should_show_what_would_command_a_terminal() {
        Plan plan = Plans.plan(
                List.of(List.of(new Step.Update(
                        Plans.object("v1", "ConfigMap shop/web", 20),
                        Plans.changes("data: {a: b}", "data: {a: \"\\e[31mred\", b: \"a\\u202eb\"}"),
                        List.of("an effect \u001b[2J"),
                        List.of(new Contested(".data\u001b[m", "me\u0007")),
                        List.of("a note\nof lines")))),
                List.of());

        assertThat(PlanText.of(plan, PlanStyle.plain()))
                .doesNotContain("\u001b", "\u0007", "\u202e")
                .contains("""
                        data.a: b → "\\u001b[31mred"
                        + data.b: "a\\u202eb"
                        .data\\u001b[m is taken from me\\u0007
                        ⇒ an effect \\u001b[2J
                        note: a note\\nof lines
                """);
    }
}
