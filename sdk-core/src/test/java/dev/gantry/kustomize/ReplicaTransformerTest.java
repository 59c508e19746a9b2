package dev.gantry.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplicaTransformerTest {

    @Test
    void should_set_the_number_of_each_environment() {
        MadeTree tree = MadeTree.of(workload("Deployment", "replicas: 2"), workload("Deployment", "replicas: 5"));

        assertThat(tree.base("deployment-web.yaml")).doesNotContain("replicas");
        assertThat(tree.overlay("two", "kustomization.yaml")).endsWith("""
                replicas:
                  - name: web
                    count: 5
                """);
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_keep_a_common_number_in_the_base() {
        MadeTree tree = MadeTree.of(workload("Deployment", "replicas: 2"), workload("Deployment", "replicas: 2"));

        assertThat(tree.base("deployment-web.yaml")).contains("replicas: 2");
        assertThat(tree.overlay("one", "kustomization.yaml")).doesNotContain("replicas");
    }

    @Test
    void should_patch_a_number_that_one_environment_leaves_open() {
        MadeTree tree = MadeTree.of(workload("Deployment", "replicas: 2"), workload("Deployment", "paused: true"));

        assertThat(tree.overlay("one", "patches/deployment-web.yaml")).contains("replicas: 2");
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_patch_where_two_workloads_have_one_name() {
        MadeTree tree = MadeTree.of(
                workload("Deployment", "replicas: 2") + "---\n" + workload("StatefulSet", "replicas: 1"),
                workload("Deployment", "replicas: 5") + "---\n" + workload("StatefulSet", "replicas: 1"));

        assertThat(tree.overlay("two", "kustomization.yaml")).doesNotContain("\nreplicas:");
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_patch_a_custom_resource() {
        String yaml = workload("Deployment", "replicas: 2").replace("apps/v1", "example.com/v1");
        MadeTree tree = MadeTree.of(yaml, yaml.replace("2", "5"));

        assertThat(tree.overlay("two", "kustomization.yaml")).doesNotContain("\nreplicas:");
        assertThat(tree.differences()).isEmpty();
    }

    private static String workload(String kind, String field) {
        return """
                apiVersion: apps/v1
                kind: %s
                metadata: {name: web, namespace: shop}
                spec:
                  %s
                  minReadySeconds: 10
                """.formatted(kind, field);
    }
}
