package dev.gantry.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeTextTest {

    private static String text(String before, String after) {
        return Plans.changes(before, after).stream()
                .flatMap(change -> new ChangeText(false, 80).lines(change).stream())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void should_print_values_as_people_write_them() {
        assertThat(text(
                        "spec: {a: 1, b: 'x', c: true, d: [a, b], e: 'true', f: ''}",
                        "spec: {a: 2, b: 'y z', c: false, d: [a], e: '1.20', f: ' x'}"))
                .isEqualTo("""
                        spec.a: 1 → 2
                        spec.b: x → y z
                        spec.c: true → false
                        spec.d: [a, b] → [a]
                        spec.e: "true" → "1.20"
                        spec.f: "" → " x"
                        """);
    }

    @Test
    void should_print_small_objects_on_one_line_and_others_as_a_block() {
        assertThat(text("spec: {}", "spec: {a: {b: c, d: [1, e]}}")).isEqualTo("+ spec.a: {b: c, d: [1, e]}\n");
        assertThat(text(
                        "spec: {v: [{name: data, configMap: {name: web-configuration, defaultMode: 420}}]}",
                        "spec: {}"))
                .isEqualTo("""
                        - spec.v:
                        -   - name: data
                        -     configMap:
                        -       name: web-configuration
                        -       defaultMode: 420
                        """);
    }

    @Test
    void should_show_where_texts_of_several_lines_differ() {
        String before = "data: {app.yaml: \"one\\ntwo\\nthree\\nfour\\nfive\\nsix\\nseven\\neight\\n\"}";
        String after = "data: {app.yaml: \"one\\ntwo\\nthree\\nfour\\n5\\nsix\\nseven\\neight\\nnine\\n\"}";
        assertThat(text(before, after)).isEqualTo("""
                data["app.yaml"]:
                    …
                    three
                    four
                -   five
                +   5
                    six
                    seven
                    eight
                +   nine
                """);
    }

    @Test
    void should_print_a_new_text_of_several_lines_as_a_block() {
        assertThat(text("data: {}", "data: {a: \"one\\ntwo\"}")).isEqualTo("""
                + data.a:
                +   one
                +   two
                """);
    }

    @Test
    void should_cut_blocks_that_are_too_long() {
        String lines =
                IntStream.range(0, 100).mapToObj(i -> "line " + i + "\\n").collect(Collectors.joining());

        assertThat(text("data: {}", "data: {a: \"" + lines + "\"}").lines())
                .hasSize(25)
                .last()
                .isEqualTo("    … 77 more lines");
    }

    @Test
    void should_cut_long_values_but_show_where_they_differ() {
        String same = "https://registry.example/team/shop/web/".repeat(4);

        assertThat(text("spec: {image: '" + same + "1.0'}", "spec: {image: '" + same + "1.1'}"))
                .isEqualTo("spec.image: …/shop/web/1.0 → …/shop/web/1.1\n");
        assertThat(text("spec: {}", "spec: {image: '" + same + "'}"))
                .hasSizeLessThan(85)
                .endsWith("…\n");
    }

    @Test
    void should_say_what_only_changes_places() {
        assertThat(text("spec: {env: [{name: a}, {name: b}]}", "spec: {env: [{name: b}, {name: a}]}"))
                .isEqualTo("spec.env: [a, b] → [b, a]\n");
    }
}
