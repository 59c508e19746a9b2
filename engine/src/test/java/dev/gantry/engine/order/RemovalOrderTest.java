package dev.gantry.engine.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.order.RemovalOrder.Doomed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RemovalOrderTest {

    @Test
    void should_delete_in_reverse_with_webhooks_first_and_namespaces_last() {
        List<Doomed> doomed = doomed(
                "PriorityClass high",
                "Namespace shop",
                "CustomResourceDefinition widgets",
                "ServiceAccount shop/web",
                "RoleBinding shop/web",
                "ConfigMap shop/web",
                "Deployment shop/web",
                "Ingress shop/web",
                "Widget shop/one",
                "APIService v1.acme.example",
                "ValidatingWebhookConfiguration web");

        assertThat(text(RemovalOrder.of(doomed))).isEqualTo("""
                ValidatingWebhookConfiguration web
                APIService v1.acme.example
                Widget shop/one
                Ingress shop/web
                Deployment shop/web
                RoleBinding shop/web, ConfigMap shop/web
                ServiceAccount shop/web
                PriorityClass high
                CustomResourceDefinition widgets
                Namespace shop
                """);
    }

    @Test
    void should_delete_what_depends_on_another_before_it() {
        List<Doomed> doomed = List.of(
                needing("Deployment shop/db"),
                needing("Deployment shop/web", "Deployment shop/db", "Deployment shop/absent"),
                needing("ConfigMap shop/late", "Deployment shop/web"));

        assertThat(text(RemovalOrder.of(doomed))).isEqualTo("""
                ConfigMap shop/late
                Deployment shop/web
                Deployment shop/db
                """);
    }

    @Test
    void should_delete_all_even_if_they_depend_on_each_other() {
        List<Doomed> doomed = List.of(
                needing("Job shop/a", "Job shop/b"),
                needing("Job shop/b", "Job shop/a"),
                needing("Namespace shop", "Job shop/a"));

        assertThat(text(RemovalOrder.of(doomed))).isEqualTo("""
                Job shop/a, Job shop/b
                Namespace shop
                """);
    }

    @Test
    void should_have_nothing_to_delete() {
        assertThat(RemovalOrder.of(List.of())).isEmpty();
    }

    private static List<Doomed> doomed(String... names) {
        return Arrays.stream(names).map(name -> Doomed.of(Objects.id(name))).toList();
    }

    private static Doomed needing(String name, String... needs) {
        ResourceId id = Objects.id(name);
        return new Doomed(
                id, Ranks.of(id), Arrays.stream(needs).map(Objects::id).toList());
    }

    private static String text(List<List<ResourceId>> waves) {
        return waves.stream()
                .map(wave -> wave.stream().map(Object::toString).collect(Collectors.joining(", ")) + "\n")
                .collect(Collectors.joining());
    }
}
