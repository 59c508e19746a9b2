package dev.gantry.engine.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.DesiredObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WavesTest {

    @Test
    void should_put_a_whole_program_into_few_waves() {
        Objects program = new Objects()
                .add("PriorityClass high")
                .add("Namespace shop")
                .add("ResourceQuota shop/all")
                .add("ServiceAccount shop/web")
                .add("Role shop/web")
                .add("RoleBinding shop/web")
                .add("ConfigMap shop/web")
                .add("Service shop/web")
                .add("Deployment shop/web")
                .add("Job shop/once")
                .add("HorizontalPodAutoscaler shop/web")
                .add("Ingress shop/web")
                .add("Widget shop/one")
                .add("APIService v1.acme.example")
                .add("ValidatingWebhookConfiguration web");

        assertThat(Objects.text(program.waves())).isEqualTo("""
                shop
                  PriorityClass high, Namespace shop
                  ResourceQuota shop/all [waits for Namespace shop]
                  ServiceAccount shop/web, Role shop/web
                  RoleBinding shop/web, ConfigMap shop/web, Service shop/web
                  Deployment shop/web, Job shop/once
                  HorizontalPodAutoscaler shop/web, Ingress shop/web
                  Widget shop/one
                  APIService v1.acme.example
                  ValidatingWebhookConfiguration web
                """);
    }

    @Test
    void should_need_one_wave_for_objects_of_one_sort() {
        Objects program =
                new Objects().add("ConfigMap shop/a").add("Secret shop/b").add("ClusterRoleBinding c");

        assertThat(Objects.text(program.waves())).isEqualTo("""
                shop
                  ConfigMap shop/a, Secret shop/b, ClusterRoleBinding c
                """);
    }

    @Test
    void should_have_no_waves_without_objects() {
        Waves waves = Waves.of(List.of());

        assertThat(waves.stacks()).isEmpty();
        assertThat(waves.of("shop")).isEmpty();
        assertThat(waves.findings()).isEmpty();
    }

    @Test
    void should_wait_for_a_definition_before_custom_resources_of_its_group_and_kind() {
        Objects program = new Objects()
                .add("Widget shop/one")
                .add("Gadget shop/one")
                .addDefinition("Widget")
                .add("ConfigMap shop/x");

        assertThat(Objects.text(program.waves())).isEqualTo("""
                shop
                  CustomResourceDefinition Widget
                  ConfigMap shop/x
                  Widget shop/one, Gadget shop/one [waits for CustomResourceDefinition Widget]
                """);
    }

    @Test
    void should_not_take_a_namespace_for_that_of_others() {
        Objects program = new Objects().add("Namespace other").add("ConfigMap shop/x");

        assertThat(Objects.text(program.waves())).isEqualTo("""
                shop
                  Namespace other
                  ConfigMap shop/x
                """);
    }

    @Test
    void should_move_what_depends_on_another_behind_it_and_wait() {
        Objects program = new Objects()
                .add("ConfigMap shop/late")
                .dependsOn("Job shop/migrate")
                .add("ConfigMap shop/early")
                .add("Job shop/migrate")
                .add("Deployment shop/web")
                .dependsOn("Job shop/migrate")
                .add("Deployment shop/other")
                .add("Ingress shop/web");

        assertThat(Objects.text(program.waves())).isEqualTo("""
                shop
                  ConfigMap shop/early
                  Job shop/migrate, Deployment shop/other
                  ConfigMap shop/late, Deployment shop/web [waits for Job shop/migrate]
                  Ingress shop/web
                """);
    }

    @Test
    void should_move_what_follows_along_with_what_was_moved() {
        Objects program = new Objects()
                .add("ConfigMap shop/late")
                .dependsOn("Job shop/migrate")
                .add("Job shop/migrate")
                .add("Deployment shop/web")
                .refersTo("ConfigMap shop/late");

        assertThat(Objects.text(program.waves())).isEqualTo("""
                shop
                  Job shop/migrate
                  ConfigMap shop/late [waits for Job shop/migrate]
                  Deployment shop/web
                """);
    }

    @Test
    void should_move_the_contents_along_with_a_namespace() {
        Objects program = new Objects()
                .add("Namespace shop")
                .dependsOn("Deployment ops/gate")
                .add("Deployment ops/gate")
                .add("ConfigMap shop/x")
                .add("ConfigMap ops/x");

        assertThat(Objects.text(program.waves())).isEqualTo("""
                shop
                  ConfigMap ops/x
                  Deployment ops/gate
                  Namespace shop [waits for Deployment ops/gate]
                  ConfigMap shop/x [waits for Namespace shop]
                """);
    }

    @Test
    void should_wait_for_each_only_once() {
        Objects program = new Objects()
                .add("Job shop/migrate")
                .add("Deployment shop/web")
                .dependsOn("Job shop/migrate")
                .add("Ingress shop/web")
                .dependsOn("Job shop/migrate", "Deployment shop/web");

        assertThat(Objects.text(program.waves())).isEqualTo("""
                shop
                  Job shop/migrate
                  Deployment shop/web [waits for Job shop/migrate]
                  Ingress shop/web [waits for Deployment shop/web]
                """);
    }

    @Test
    void should_put_a_destination_before_the_route_that_names_it() {
        Objects program = new Objects()
                .add("VirtualService shop/web")
                .refersTo("DestinationRule shop/web")
                .add("DestinationRule shop/web");

        assertThat(Objects.text(program.waves())).isEqualTo("""
                shop
                  DestinationRule shop/web
                  VirtualService shop/web
                """);
    }

    @Test
    void should_respect_a_reference_inside_of_a_band() {
        Objects program =
                new Objects().add("Widget shop/a").refersTo("Widget shop/b").add("Widget shop/b");

        assertThat(Objects.text(program.waves())).isEqualTo("""
                shop
                  Widget shop/b
                  Widget shop/a
                """);
    }

    @Test
    void should_let_references_give_way() {
        Objects program = new Objects()
                .add("ServiceAccount shop/web")
                .refersTo("Secret shop/token")
                .add("Secret shop/token")
                .refersTo("ServiceAccount shop/web")
                .add("Widget shop/a")
                .refersTo("Widget shop/b", "Widget shop/a")
                .add("Widget shop/b")
                .refersTo("Widget shop/a");
        Waves waves = program.waves();

        assertThat(waves.findings()).isEmpty();
        assertThat(Objects.text(waves)).isEqualTo("""
                shop
                  ServiceAccount shop/web
                  Secret shop/token
                  Widget shop/a, Widget shop/b
                """);
    }

    @Test
    void should_let_a_reference_give_way_to_a_dependency() {
        Objects program = new Objects()
                .add("ConfigMap shop/result")
                .dependsOn("Deployment shop/web")
                .add("Deployment shop/web")
                .refersTo("ConfigMap shop/result");
        Waves waves = program.waves();

        assertThat(waves.findings()).isEmpty();
        assertThat(Objects.text(waves)).isEqualTo("""
                shop
                  Deployment shop/web
                  ConfigMap shop/result [waits for Deployment shop/web]
                """);
    }

    @Test
    void should_look_at_the_target_only_if_it_is_in_the_program() {
        Objects program = new Objects()
                .add("Widget shop/a")
                .refersTo("Widget shop/absent")
                .refersOutside("Widget shop/b")
                .add("Widget shop/b");

        assertThat(program.waves().of("shop")).hasSize(1);
    }

    @Test
    void should_know_an_object_by_group_and_not_by_version() {
        Objects program = new Objects().add("Job shop/migrate");
        List<DesiredObject> objects = new ArrayList<>(program.list());
        objects.addAll(new Objects()
                .add("Job shop/next")
                .dependsOnId(new ResourceId("batch/v1beta1", "Job", "shop", "migrate"))
                .list());

        assertThat(Objects.text(Waves.of(objects))).isEqualTo("""
                shop
                  Job shop/migrate
                  Job shop/next [waits for Job shop/migrate]
                """);
    }

    @Test
    void should_put_stacks_into_the_order_that_their_objects_need() {
        Objects program = new Objects()
                .stack("shop")
                .add("Deployment shop/web")
                .dependsOn("Deployment data/db")
                .stack("data")
                .add("Deployment data/db")
                .stack("base")
                .add("Namespace data")
                .add("Namespace shop");

        assertThat(Objects.text(program.waves())).isEqualTo("""
                base
                  Namespace data, Namespace shop
                data after base
                  Deployment data/db [waits for Namespace data]
                shop after base, data
                  Deployment shop/web [waits for Namespace shop, Deployment data/db]
                """);
    }

    @Test
    void should_keep_the_order_of_stacks_otherwise() {
        Objects program = new Objects()
                .stack("b")
                .add("ConfigMap shop/b")
                .stack("a")
                .add("ConfigMap shop/a")
                .stack("c")
                .add("ConfigMap shop/c");

        assertThat(program.waves().stacks()).extracting(StackWaves::stack).containsExactly("b", "a", "c");
    }

    @Test
    void should_put_the_stack_first_that_another_one_refers_to() {
        Objects program = new Objects()
                .stack("edge")
                .add("Ingress shop/web")
                .refersTo("Service shop/web")
                .stack("shop")
                .add("Service shop/web");

        assertThat(Objects.text(program.waves())).isEqualTo("""
                shop
                  Service shop/web
                edge
                  Ingress shop/web
                """);
    }

    @Test
    void should_let_references_between_stacks_give_way() {
        Objects program = new Objects()
                .stack("a")
                .add("Service shop/a")
                .add("Ingress shop/a")
                .refersTo("Service shop/b")
                .stack("b")
                .add("Service shop/b")
                .add("Ingress shop/b")
                .refersTo("Service shop/a");
        Waves waves = program.waves();

        assertThat(waves.findings()).isEmpty();
        assertThat(waves.stacks()).extracting(StackWaves::stack).containsExactly("a", "b");
    }

    @Test
    void should_wait_for_what_a_stack_has_that_is_not_part_of_the_run() {
        Objects program = new Objects().add("Deployment shop/web").dependsOn("Deployment data/db");

        assertThat(Objects.text(program.waves())).isEqualTo("""
                shop
                  Deployment shop/web [waits for Deployment data/db]
                """);
    }

    @Test
    void should_give_the_same_waves_whatever_the_order_of_the_objects() {
        Objects program = new Objects()
                .add("Namespace shop")
                .add("ConfigMap shop/a")
                .add("Job shop/a")
                .add("Job shop/b")
                .dependsOn("Job shop/a")
                .add("Deployment shop/a")
                .dependsOn("Job shop/b")
                .add("Widget shop/a")
                .addDefinition("Widget");
        List<DesiredObject> objects = new ArrayList<>(program.list());
        List<List<String>> expected = sorted(Waves.of(objects));

        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(objects, new Random(seed));
            assertThat(sorted(Waves.of(objects))).isEqualTo(expected);
        }
    }

    private static List<List<String>> sorted(Waves waves) {
        return waves.of("shop").stream()
                .map(wave ->
                        wave.objects().stream().map(Object::toString).sorted().toList())
                .toList();
    }

    @Test
    void should_order_long_chains_and_many_objects_quickly() {
        Objects program = new Objects().add("Job shop/j0");
        for (int i = 1; i < 5000; i++) {
            program.add("Job shop/j" + i).dependsOn("Job shop/j" + (i - 1)).refersTo("Job shop/j" + i / 2);
        }
        List<DesiredObject> objects = program.list();
        Instant start = Instant.now();
        Waves waves = Waves.of(objects);

        assertThat(waves.of("shop")).hasSize(5000);
        assertThat(waves.findings()).isEmpty();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }
}
