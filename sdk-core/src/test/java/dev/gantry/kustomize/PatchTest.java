package dev.gantry.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatchTest {

    @Test
    void should_merge_fields() {
        MadeTree tree = MadeTree.of(pod("env: []", "minReadySeconds: 1"), pod("env: []", "minReadySeconds: 2"));

        assertThat(tree.overlay("two", "patches/deployment-web.yaml")).isEqualTo("""
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                spec:
                  minReadySeconds: 2
                """);
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_merge_the_container_of_a_name() {
        MadeTree tree = MadeTree.of(pod("stdin: true"), pod("stdin: false"));

        assertThat(tree.overlay("two", "patches/deployment-web.yaml")).endsWith("""
                containers:
                        - name: web
                          stdin: false
                """);
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_append_an_item_with_a_json_patch() {
        String four = "{name: A}, {name: B}, {name: C}, {name: D}";
        MadeTree tree = MadeTree.of(pod("env: [" + four + "]"), pod("env: [" + four + ", {name: E}]"));

        assertThat(tree.overlay("two", "patches/json/deployment-web.yaml")).isEqualTo("""
                - op: add
                  path: /spec/template/spec/containers/0/env/-
                  value:
                    name: E
                """);
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_reach_into_lists_without_a_key() {
        MadeTree tree = MadeTree.of(ingress("one.example.com"), ingress("two.example.com"));

        assertThat(tree.overlay("two", "patches/json/ingress-web.yaml")).isEqualTo("""
                - op: add
                  path: /spec/rules/0/host
                  value: two.example.com
                """);
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_escape_the_name_of_a_target() {
        MadeTree tree = MadeTree.of(
                ingress("one.example.com").replace("name: web", "name: w.b"),
                ingress("two.example.com").replace("name: web", "name: w.b"));

        assertThat(tree.overlay("two", "kustomization.yaml")).contains("name: w\\.b\n");
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_not_merge_into_an_object_in_which_two_items_share_a_key() {
        String aliases = "hostAliases: [{ip: 10.0.0.1, hostnames: [a]}, {ip: 10.0.0.1, hostnames: [b]}]";
        MadeTree tree = MadeTree.of(
                pod("stdin: true", "minReadySeconds: 1", aliases), pod("stdin: true", "minReadySeconds: 2", aliases));

        assertThat(tree.overlay("two", "patches/deployment-web.yaml")).isEqualTo("(none)");
        assertThat(tree.overlay("two", "patches/json/deployment-web.yaml")).contains("minReadySeconds");
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_add_what_one_environment_has_alone() {
        MadeTree tree = MadeTree.of(ingress("one.example.com"), "");

        assertThat(tree.paths())
                .containsExactly("overlays/one/shop/ingress-web.yaml", "overlays/one/shop/kustomization.yaml");
        assertThat(tree.differences()).isEmpty();
    }

    private static String pod(String container) {
        return pod(container, "paused: false");
    }

    private static String pod(String container, String spec) {
        return pod(container, spec, "hostNetwork: false");
    }

    private static String pod(String container, String spec, String pod) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop}
                spec:
                  %s
                  template:
                    spec:
                      %s
                      containers: [{name: web, image: shop, %s}]
                """.formatted(spec, pod, container);
    }

    private static String ingress(String host) {
        return """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: web, namespace: shop}
                spec:
                  rules:
                    - host: %s
                      http: {paths: [{path: /}]}
                """.formatted(host);
    }
}
