package dev.gantry.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectComparisonTest {

    private static final String WEB = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              namespace: shop
              labels: {app.kubernetes.io/name: web}
            spec:
              replicas: 3
              list: [1, 2]
            """;

    @Test
    void should_ignore_the_order_of_objects_and_fields() {
        String other = "{kind: Service, apiVersion: v1, metadata: {name: web}}";
        String turned = "{metadata: {name: web}, apiVersion: v1, kind: Service}";
        assertThat(between(WEB + "---\n" + other, turned + "\n---\n" + WEB)).isEmpty();
    }

    @Test
    void should_compare_numbers_by_value() {
        assertThat(between(WEB, WEB.replace("replicas: 3", "replicas: 3.0"))).isEmpty();
    }

    @Test
    void should_tell_a_number_from_a_text() {
        assertThat(between(WEB, WEB.replace("replicas: 3", "replicas: \"3\"")))
                .containsExactly(different("spec.replicas", "has \"3\" where the program makes 3"));
    }

    @Test
    void should_name_a_field_that_is_absent() {
        assertThat(between(WEB, WEB.replace("  replicas: 3\n", "")))
                .containsExactly(different("spec.replicas", "has nothing where the program makes 3"));
    }

    @Test
    void should_name_a_field_that_is_too_much() {
        assertThat(between(WEB.replace("  replicas: 3\n", ""), WEB))
                .containsExactly(different("spec.replicas", "has 3 where the program makes nothing"));
    }

    @Test
    void should_name_the_item_of_a_list() {
        assertThat(between(WEB, WEB.replace("[1, 2]", "[1, 4]")))
                .containsExactly(different("spec.list[1]", "has 4 where the program makes 2"));
    }

    @Test
    void should_quote_names_with_dots_in_paths() {
        assertThat(between(WEB, WEB.replace("io/name: web", "io/name: api")))
                .containsExactly(different(
                        "metadata.labels[\"app.kubernetes.io/name\"]", "has \"api\" where the program makes \"web\""));
    }

    @Test
    void should_take_another_namespace_for_a_difference_of_the_same_object() {
        assertThat(between(WEB, WEB.replace("namespace: shop", "namespace: other")))
                .containsExactly(different("metadata.namespace", "has \"other\" where the program makes \"shop\""));
    }

    @Test
    void should_not_take_the_namespace_of_the_release_for_one_that_is_said() {
        assertThat(between(WEB, WEB.replace("  namespace: shop\n", "")))
                .containsExactly(different("metadata.namespace", "has nothing where the program makes \"shop\""));
    }

    @Test
    void should_pair_objects_of_one_name_by_their_namespaces() {
        String other = WEB.replace("namespace: shop", "namespace: other");
        assertThat(between(WEB + "---\n" + other, other + "---\n" + WEB)).isEmpty();
    }

    @Test
    void should_find_what_is_missing_and_what_is_too_much() {
        assertThat(between(WEB, WEB.replace("name: web", "name: api")))
                .containsExactly(
                        new Discrepancy(
                                ChartRule.MISSING,
                                "Deployment shop/web",
                                null,
                                "lacks an object that the program makes",
                                ""),
                        new Discrepancy(
                                ChartRule.UNEXPECTED,
                                "Deployment shop/api",
                                null,
                                "has an object that the program does not make",
                                ""));
    }

    @Test
    void should_find_an_object_that_is_there_twice() {
        assertThat(between(WEB, WEB + "---\n" + WEB))
                .extracting(Discrepancy::rule)
                .containsExactly(ChartRule.UNEXPECTED);
    }

    @Test
    void should_not_show_the_values_of_secrets() {
        String secret = "{apiVersion: v1, kind: Secret, metadata: {name: web}, stringData: {password: hunter2}}";
        assertThat(between(secret, secret.replace("hunter2", "hunter3")).get(0).message())
                .isEqualTo("has \"(hidden)\" where the program makes \"(hidden)\"");
    }

    private static Discrepancy different(String field, String message) {
        return new Discrepancy(ChartRule.DIFFERENT, "Deployment shop/web", field, message, "");
    }

    private static List<Discrepancy> between(String expected, String rendered) {
        return ObjectComparison.between(objects(expected), objects(rendered));
    }

    private static List<ObjectNode> objects(String text) {
        List<ObjectNode> objects = new ArrayList<>();
        KubernetesYaml.documents(text).forEach(document -> objects.add(KubernetesYaml.mapping(document)));
        return objects;
    }
}
