package dev.gantry.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.error.YAMLException;

class KubernetesYamlTest {

    @Test
    void should_part_a_text_where_helm_does() {
        assertThat(KubernetesYaml.documents("---\n# Source: a\na: 1\n\n--- \nb: |\n  x\n  ---\n---\n"))
                .containsExactly("\n# Source: a\na: 1\n\n", " \nb: |\n  x\n  ---\n");
    }

    @Test
    void should_keep_the_end_of_a_text() {
        assertThat(KubernetesYaml.documents("a: |\n  x\n---\nb: |+\n  y\n\n---\nc: |-\n  z\n"))
                .extracting(document -> KubernetesYaml.read(document).toString())
                .containsExactly("{\"a\":\"x\\n\"}", "{\"b\":\"y\\n\\n\"}", "{\"c\":\"z\"}");
    }

    @Test
    void should_read_quoted_text_as_text() {
        assertThat(KubernetesYaml.read("{a: \"yes\", b: '5', c: yes, d: 5}"))
                .hasToString("{\"a\":\"yes\",\"b\":\"5\",\"c\":true,\"d\":5}");
    }

    @Test
    void should_follow_aliases() {
        assertThat(KubernetesYaml.read("a: &x [1, {b: 2}]\nc: *x"))
                .hasToString("{\"a\":[1,{\"b\":2}],\"c\":[1,{\"b\":2}]}");
    }

    @Test
    void should_write_keys_as_text() {
        assertThat(KubernetesYaml.read("5: a\nyes: b")).hasToString("{\"5\":\"a\",\"true\":\"b\"}");
    }

    @Test
    void should_answer_nothing_for_comments_alone() {
        assertThat(KubernetesYaml.read("# nothing\n")).isNull();
    }

    @Test
    void should_refuse_what_is_no_yaml() {
        assertThatThrownBy(() -> KubernetesYaml.read("a: [")).isInstanceOf(YAMLException.class);
    }
}
