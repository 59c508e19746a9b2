package dev.gantry.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorTest {

    @Test
    void should_generate_what_is_common_and_merge_what_differs() {
        MadeTree tree = MadeTree.of(config("{A: same, B: one}"), config("{A: same, B: two}"));

        assertThat(tree.base("kustomization.yaml")).contains("""
                generatorOptions:
                  disableNameSuffixHash: true
                configMapGenerator:
                  - name: web
                    literals:
                      - A=same
                """);
        assertThat(tree.overlay("two", "kustomization.yaml")).contains("""
                configMapGenerator:
                  - name: web
                    behavior: merge
                    literals:
                      - B=two
                """);
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_keep_short_values_that_are_the_same_everywhere_in_a_manifest() {
        MadeTree tree = MadeTree.of(config("{A: same}"), config("{A: same}"));

        assertThat(tree.base("configmap-web.yaml")).contains("A: same");
    }

    @Test
    void should_write_several_lines_into_a_file_of_the_name_of_the_key() {
        String data = "{app.properties: \"a=1\\nb=2\\n\"}";
        MadeTree tree = MadeTree.of(config(data), config(data));

        assertThat(tree.base("kustomization.yaml")).contains("files:\n      - config/web/app.properties\n");
        assertThat(tree.base("config/web/app.properties")).isEqualTo("a=1\nb=2\n");
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_not_write_a_literal_whose_quotes_kustomize_would_take_away() {
        MadeTree tree = MadeTree.of(config("{A: \"'one'\"}"), config("{A: two}"));

        assertThat(tree.overlay("one", "kustomization.yaml")).contains("A=config/web/%41\n");
        assertThat(tree.overlay("one", "config/web/%41")).isEqualTo("'one'");
        assertThat(tree.differences()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "-1", "1e3", "0x1F", ".inf", "2024-01-01", "true", "No", "null"})
    void should_patch_what_a_key_keeps_kustomize_from_generating(String key) {
        MadeTree tree = MadeTree.of(config("{\"" + key + "\": one}"), config("{\"" + key + "\": two}"));

        assertThat(tree.base("kustomization.yaml")).doesNotContain("configMapGenerator");
        assertThat(tree.overlay("two", "kustomization.yaml")).doesNotContain("configMapGenerator");
        assertThat(tree.differences()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1password", "version.1", "nullable", "one"})
    void should_generate_whatever_has_keys_that_are_texts(String key) {
        MadeTree tree = MadeTree.of(config("{" + key + ": one}"), config("{" + key + ": two}"));

        assertThat(tree.overlay("two", "kustomization.yaml")).contains("- " + key + "=two\n");
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_generate_what_one_environment_has_alone() {
        MadeTree tree = MadeTree.of(config("{A: b}"), "");

        assertThat(tree.overlay("one", "kustomization.yaml"))
                .contains("configMapGenerator:\n  - name: web\n    literals:\n      - A=b\n");
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_generate_a_secret_of_a_type() {
        MadeTree tree =
                MadeTree.of(secret("type: Opaque, "), secret("type: Opaque, ").replace("b25l", "dHdv"));

        assertThat(tree.overlay("two", "kustomization.yaml")).contains("""
                secretGenerator:
                  - name: web
                    type: Opaque
                    literals:
                      - word=two
                """);
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_not_generate_a_secret_without_a_type_since_it_would_get_one() {
        MadeTree tree = MadeTree.of(secret(""), secret("").replace("b25l", "dHdv"));

        assertThat(tree.overlay("two", "kustomization.yaml")).doesNotContain("secretGenerator");
        assertThat(tree.differences()).isEmpty();
    }

    private static String config(String data) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: web, namespace: shop}
                data: %s
                """.formatted(data);
    }

    private static String secret(String type) {
        return "{apiVersion: v1, kind: Secret, " + type + "metadata: {name: web, namespace: shop}, data: {word: b25l}}";
    }
}
