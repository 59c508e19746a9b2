package dev.gantry.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainLinesTest {

    @Test
    void should_read_lines_of_keys_and_values_as_the_yaml_parser_does() {
        String text = """
            # What differs: between "environments"

            image: registry.example.com:5000/shop:1.4.2
            replicas: 3
            ratio: 1.5e3
            on: yes
            nothing: null
            log-level: warn
            since: 10:30
            digits: 0x1F
            title: The shop of everyone
            host: "1.27"
            hash: "a # b: c"
            empty: ""
            mail: team@example.com
            """;
        assertThat(plain(text)).isEqualTo(yaml(text)).isNotNull();
        assertThat(plain(text.strip())).isEqualTo(yaml(text.strip())).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only this",
                "a:",
                "a: ",
                "a",
                "a:b",
                "a: b ",
                " a: b",
                "a: b\n  c",
                "a:  b",
                "a: b - c",
                "a: b # c",
                "a: b: c",
                "a: b:",
                "a: *b",
                "a: &b c",
                "a: [b]",
                "a: {b: c}",
                "a: |\n  b",
                "a: 'b'",
                "a: \"b\\n\"",
                "a: \"b\" c",
                "a: \"b",
                "a: - b",
                "a: -1",
                "a: !!str 1",
                "a: b\r\nc: d\r\n",
                "a: \u00e9",
                "a: b\tc",
                "---\na: b",
                "a: b\n---\nc: d",
                "a: b\n...\n",
                "%YAML 1.1\n---\na: b",
                "- a: b",
                "? a: b",
                "\ufeffa: b",
                "a: b\na: c",
                "a: @b",
                "a: `b",
                "a: ,b",
                "a: a  b",
                "a: \""
            })
    void should_leave_to_the_yaml_parser_what_may_mean_more(String text) {
        assertThat(plain(text)).isNull();
    }

    @Property
    void should_never_read_a_file_otherwise_than_the_yaml_parser(@ForAll("files") String text) {
        Node.Mapping plain = plain(text);
        if (plain != null) {
            assertThat(plain).isEqualTo(yaml(text));
        }
    }

    @Provide
    Arbitrary<String> files() {
        Arbitrary<String> key =
                Arbitraries.strings().withChars("aZ0_-.:#\" ").ofMinLength(1).ofMaxLength(3);
        Arbitrary<String> between = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.just(": ")), Tuple.of(1, Arbitraries.of(":", ":  ", " ", "")));
        Arbitrary<String> value = Arbitraries.strings()
                .withChars("ab01.:/-_+@ #\"'\\,[]{}&*!|>%`?~=\t\u00e9")
                .ofMaxLength(6);
        Arbitrary<String> line = Combinators.combine(key, between, value).as((k, b, v) -> k + b + v + "\n");
        return line.list().ofMinSize(1).ofMaxSize(3).map(lines -> String.join("", lines));
    }

    private static Node.@Nullable Mapping plain(String text) {
        return PlainLines.read("a.yaml", text);
    }

    private static Node.@Nullable Mapping yaml(String text) {
        Problems problems = new Problems("a");
        Node.Mapping root = YamlReader.file("a.yaml", text, problems);
        assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
        return root;
    }
}
