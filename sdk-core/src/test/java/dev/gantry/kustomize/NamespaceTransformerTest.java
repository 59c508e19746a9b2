package dev.gantry.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamespaceTransformerTest {

    private static final String CONFIG = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: web, namespace: shop-%s}
            data: {A: b}
            """;

    @Test
    void should_put_everything_into_the_namespace_of_the_environment() {
        MadeTree tree = same(CONFIG);

        assertThat(tree.overlay("one", "kustomization.yaml")).contains("\nnamespace: shop-one\n");
        assertThat(tree.base("configmap-web.yaml")).doesNotContain("namespace");
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_name_the_namespace_itself() {
        MadeTree tree = same(CONFIG + "---\n" + """
                apiVersion: v1
                kind: Namespace
                metadata: {name: shop-%s}
                """);

        assertThat(tree.base("namespace.yaml")).contains("name: shop\n");
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_leave_the_namespaces_of_objects_alone_where_there_are_two() {
        keepsNamespaces("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: api, namespace: other}
                data: {A: b}
                """);
    }

    @Test
    void should_not_rename_a_namespace_that_is_another() {
        keepsNamespaces("""
                apiVersion: v1
                kind: Namespace
                metadata: {name: other}
                """);
    }

    @Test
    void should_not_give_a_namespace_to_a_kind_that_kustomize_does_not_know() {
        keepsNamespaces("""
                apiVersion: example.com/v1
                kind: ClusterThing
                metadata: {name: web}
                """);
    }

    @Test
    void should_not_move_a_subject_from_its_namespace() {
        keepsNamespaces("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: web}
                subjects: [{kind: ServiceAccount, name: default, namespace: other}]
                """);
    }

    @Test
    void should_keep_a_subject_that_is_in_the_namespace_too() {
        MadeTree tree = same(CONFIG + "---\n" + """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: web}
                subjects: [{kind: ServiceAccount, name: default, namespace: shop-%s}]
                """);

        assertThat(tree.overlay("two", "kustomization.yaml")).contains("\nnamespace: shop-two\n");
        assertThat(tree.differences()).isEmpty();
    }

    private static void keepsNamespaces(String other) {
        MadeTree tree = same(CONFIG + "---\n" + other);

        assertThat(tree.overlay("one", "kustomization.yaml")).doesNotContain("\nnamespace:");
        assertThat(tree.differences()).isEmpty();
    }

    private static MadeTree same(String yaml) {
        List<String> both = List.of(yaml.replace("%s", "one"), yaml.replace("%s", "two"));
        return MadeTree.of(both.toArray(String[]::new));
    }
}
