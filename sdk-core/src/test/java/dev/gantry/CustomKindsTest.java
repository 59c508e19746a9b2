package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.raw.Raw;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomKindsTest {

    @ParameterizedTest
    @CsvSource({"Cluster, ", "Namespaced, shop"})
    void should_take_the_scope_of_a_custom_kind_from_its_definition(String scope, String namespace) {
        Synthesis synthesis = TestRun.of(app -> {
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            shop.add(Raw.of(tenant()));
            shop.add(Raw.of(definition(scope)));
        });

        assertThat(synthesis.findings()).isEmpty();
        assertThat(TestRun.manifest(synthesis, "Tenant", "blue").id().namespace())
                .isEqualTo(namespace);
    }

    @Test
    void should_believe_an_author_who_states_the_scope() {
        Synthesis synthesis = TestRun.of(
                app -> app.stack("shop", s -> s.namespace("shop")).add(Raw.of(tenant(), r -> r.clusterScoped())));

        assertThat(synthesis.findings()).isEmpty();
        assertThat(TestRun.manifest(synthesis, "Tenant", "blue")
                        .tree()
                        .path("metadata")
                        .has("namespace"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "gateway, gateways",
        "authorizationpolicy, authorizationpolicies",
        "prometheus, prometheuses",
        "patch, patches",
        "probe, probes"
    })
    void should_name_a_kind_in_urls_as_english_has_it(String noun, String plural) {
        assertThat(CustomKinds.regularPlural(noun)).isEqualTo(plural);
    }

    private static GenericKubernetesResource tenant() {
        return object("example.com/v1", "Tenant", "blue").build();
    }

    private static GenericKubernetesResource definition(String scope) {
        return object("apiextensions.k8s.io/v1", "CustomResourceDefinition", "tenants.example.com")
                .addToAdditionalProperties(
                        "spec",
                        Map.of(
                                "group",
                                "example.com",
                                "names",
                                Map.of("kind", "Tenant", "plural", "tenants"),
                                "scope",
                                scope,
                                "versions",
                                List.of(Map.of(
                                        "name",
                                        "v1",
                                        "served",
                                        true,
                                        "storage",
                                        true,
                                        "schema",
                                        Map.of("openAPIV3Schema", Map.of("type", "object"))))))
                .build();
    }

    private static GenericKubernetesResourceBuilder object(String apiVersion, String kind, String name) {
        return new GenericKubernetesResourceBuilder()
                .withApiVersion(apiVersion)
                .withKind(kind)
                .withNewMetadata()
                .withName(name)
                .endMetadata();
    }
}
