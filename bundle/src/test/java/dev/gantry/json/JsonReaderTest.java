package dev.gantry.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void should_read_fields_and_elements_in_any_layout() throws IOException {
        JsonReader in = new JsonReader("\t{\"a\":[1 , -20],\r\n \"b\" : { } ,\"c\":[[],[true]], \"d\":\"x\"} \n");
        in.object();
        assertThat(in.nextField()).isEqualTo("a");
        List<Integer> numbers = new ArrayList<>();
        in.array();
        while (in.nextElement()) {
            numbers.add(in.integer());
        }
        assertThat(numbers).containsExactly(1, -20);
        assertThat(in.nextField()).isEqualTo("b");
        in.object();
        assertThat(in.nextField()).isNull();
        assertThat(in.nextField()).isEqualTo("c");
        in.skip();
        assertThat(in.nextField()).isEqualTo("d");
        assertThat(in.string()).isEqualTo("x");
        assertThat(in.nextField()).isNull();
        in.end();
    }

    @Test
    void should_read_every_escape() throws IOException {
        assertThat(new JsonReader("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00\"").string())
                .isEqualTo("a\"\\/\b\f\n\r\té\ud83d\ude00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "-0", "0.5e-3", "1E9", "\"x\"", "{\"a\":{\"b\":[]}}", "[1,[2,{}]]"})
    void should_pass_over_any_value(String value) throws IOException {
        new ObjectMapper().readTree(value);
        JsonReader in = new JsonReader(value);
        in.skip();
        in.end();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[",
                "\"a",
                "\"a\\",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"a\nb\"",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "{,}",
                "[1,]",
                "[1 2]",
                "{\"a\":1,}",
                "01",
                "1.",
                "+1",
                "nul",
                "[1}",
                "{\"a\":1]",
                "[,1]",
                "'a'",
                "// x\n1",
                "1 2"
            })
    void should_refuse_what_is_not_json(String text) {
        assertThatThrownBy(() -> {
                    JsonReader in = new JsonReader(text);
                    in.skip();
                    in.end();
                })
                .isInstanceOf(JsonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "007", "+7", "9999999999", "\"7\"", "seven", "\u0667"})
    void should_take_no_other_number_for_an_integer(String text) {
        assertThatThrownBy(() -> new JsonReader(text).integer()).hasMessage("an integer is expected here");
    }

    @Test
    void should_name_the_line() throws IOException {
        JsonReader in = new JsonReader("{\n\"name\": \"x\",\n\"severity\": 5\n}");
        in.object();
        in.nextField();
        in.skip();
        in.nextField();
        assertThatThrownBy(in::string)
                .isInstanceOfSatisfying(
                        JsonException.class, e -> assertThat(e.line()).isEqualTo(3));
    }

    @Test
    void should_not_follow_arrays_to_the_end_of_the_stack() {
        assertThatThrownBy(() -> new JsonReader("[".repeat(1_000_000)).skip()).hasMessage("this is nested too deeply");
    }
}
