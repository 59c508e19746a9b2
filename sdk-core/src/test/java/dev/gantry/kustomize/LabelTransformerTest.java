package dev.gantry.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelTransformerTest {

    @Test
    void should_say_once_what_everything_has() {
        MadeTree tree = both(config("a", "team: shop, tier: x") + "---\n" + config("b", "team: shop"));

        assertThat(tree.base("kustomization.yaml")).contains("""
                labels:
                  - pairs:
                      team: shop
                """).doesNotContain("includeSelectors");
        assertThat(tree.base("configmap-a.yaml")).doesNotContain("team").contains("tier: x");
        assertThat(tree.base("configmap-b.yaml")).doesNotContain("labels");
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_leave_a_label_that_one_object_has_not() {
        MadeTree tree = both(config("a", "team: shop") + "---\n" + config("b", "team: store"));

        assertThat(tree.base("kustomization.yaml")).doesNotContain("labels:");
        assertThat(tree.base("configmap-a.yaml")).contains("team: shop");
    }

    @Test
    void should_include_selectors_where_they_have_it_too() {
        MadeTree tree = both(config("a", "app: shop") + "---\n" + service("app: shop"));

        assertThat(tree.base("kustomization.yaml")).contains("""
                labels:
                  - pairs:
                      app: shop
                    includeSelectors: true
                """);
        assertThat(tree.base("service-web.yaml")).doesNotContain("app: shop");
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_not_include_selectors_where_one_has_it_not() {
        MadeTree tree = both(config("a", "app: shop") + "---\n" + service("name: web"));

        assertThat(tree.base("kustomization.yaml")).contains("labels:").doesNotContain("includeSelectors");
        assertThat(tree.differences()).isEmpty();
    }

    private static String config(String name, String labels) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %s, namespace: shop, labels: {%s}}
                data: {A: b}
                """.formatted(name, labels);
    }

    private static String service(String selector) {
        return """
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: shop, labels: {app: shop}}
                spec: {selector: {%s}}
                """.formatted(selector);
    }

    private static MadeTree both(String yaml) {
        return MadeTree.of(yaml, yaml);
    }
}
