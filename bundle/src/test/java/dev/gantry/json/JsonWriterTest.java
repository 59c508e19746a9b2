package dev.gantry.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class JsonWriterTest {

    @Property
    void should_write_strings_that_another_reader_understands(@ForAll String text) throws IOException {
        String json = JsonWriter.text(out -> {
            out.startObject();
            out.field(text, text);
            out.endObject();
        });
        assertThat(new ObjectMapper().readTree(json).path(text).textValue()).isEqualTo(text);
    }

    @Example
    void should_write_a_line_for_each_member_and_none_for_what_is_empty() {
        String json = JsonWriter.text(out -> {
            out.startObject();
            out.startArray("none");
            out.endArray();
            out.startArray("some");
            out.value("a");
            out.startObject();
            out.endObject();
            out.endArray();
            out.startObject("object");
            out.field("number", 3);
            out.field("truth", true);
            out.name("literal");
            out.literal("1.50");
            out.optional("absent", null);
            out.endObject();
            out.endObject();
        });
        assertThat(json).isEqualTo("""
            {
              "none": [],
              "some": [
                "a",
                {}
              ],
              "object": {
                "number": 3,
                "truth": true,
                "literal": 1.50
              }
            }
            """);
    }

    @Example
    void should_write_trees_that_another_reader_understands() throws IOException {
        JsonNode tree = new ObjectMapper().readTree("""
                {"text": "a\\"b", "numbers": [1, -2.50, 9007199254740993], "truths": [true, false, null],
                 "none": {}, "nothing": [], "deep": {"er": [{"a": [[]]}]}}
                """);

        assertThat(new ObjectMapper().readTree(JsonWriter.text(out -> out.tree(tree))))
                .isEqualTo(tree);
    }

    @Example
    void should_quote_what_json_does_not_have() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("endless", Double.POSITIVE_INFINITY);
        tree.put("bytes", new byte[] {1, 2, 3});

        assertThat(JsonWriter.text(out -> out.tree(tree))).isEqualTo("""
                {
                  "endless": "Infinity",
                  "bytes": "AQID"
                }
                """);
    }

    @Example
    void should_escape_what_cannot_stand_in_a_string() {
        assertThat(JsonWriter.text(out -> out.value("\"\\/\b\t\n\f\r\u001f\u007f\u2028")))
                .isEqualTo("\"\\\"\\\\/\\b\\t\\n\\f\\r\\u001F\u007f\u2028\"\n");
    }
}
