package dev.gantry.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlMappingTest {

    @Test
    void should_take_mappings_and_texts_without_content() {
        for (String text : List.of(
                "a: 1\nb:\n- c\n",
                "{\"a\": {\"b\": [1]}}",
                "",
                " \n",
                "# only a comment\n",
                "---\n",
                "null",
                "a: &x {b: 1}\nc: *x\n",
                "a: 1\na: 2\n",
                "a: 1\n---\n- b\n")) {
            assertThat(YamlMapping.problem(text)).as(text).isNull();
        }
    }

    @Test
    void should_say_what_a_text_is_instead() {
        assertThat(YamlMapping.problem("- a\n- b\n")).isEqualTo("is a list, and not a mapping");
        assertThat(YamlMapping.problem("replicas=3")).isEqualTo("is a single value, and not a mapping");
        assertThat(YamlMapping.problem("a: 1\nb: c: d\n"))
                .isEqualTo("is not YAML: mapping values are not allowed here (line 2)");
        assertThat(YamlMapping.problem("a:\n\tb: 1\n"))
                .isEqualTo("is not YAML: found a tab where no tab can be (line 2)");
        assertThat(YamlMapping.problem("a: *unknown")).startsWith("is not YAML: found undefined alias unknown");
        assertThat(YamlMapping.problem("a: \u0007"))
                .isEqualTo("is not YAML: it has characters that are not allowed there");
    }
}
