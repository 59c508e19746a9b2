package dev.gantry.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlPrinterTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Test
    void should_write_a_manifest_in_block_style_and_in_its_own_order() {
        assertThat(print("""
            {"kind": "Deployment", "apiVersion": "apps/v1", "metadata": {"name": "web", "labels": {"on": "yes"}},
             "spec": {"replicas": 3, "paused": false, "template": {"spec": {"containers": [
               {"name": "web", "image": "nginx:1.25", "args": ["-flag=x", "8080"], "ports": [{"containerPort": 8080}]},
               {"name": "log", "resources": {}, "env": [], "command": null}]}}}}\
            """)).isEqualTo("""
                kind: Deployment
                apiVersion: apps/v1
                metadata:
                  name: web
                  labels:
                    "on": "yes"
                spec:
                  replicas: 3
                  paused: false
                  template:
                    spec:
                      containers:
                        - name: web
                          image: nginx:1.25
                          args:
                            - -flag=x
                            - "8080"
                          ports:
                            - containerPort: 8080
                        - name: log
                          resources: {}
                          env: []
                          command: null
                """);
    }

    @Test
    void should_write_lists_of_lists() {
        assertThat(print("[[1, 2], [[], {\"a\": [3]}], []]")).isEqualTo("""
            - - 1
              - 2
            - - []
              - a:
                  - 3
            - []
            """);
    }

    @Test
    void should_write_text_of_several_lines_as_literal_blocks() {
        assertThat(print("""
            {"clip": "a: 1\\nb: 2\\n", "strip": "#!/bin/sh\\nexit 0", "keep": "end\\n\\n\\n",
             "list": ["one\\ntwo\\n", "  indented\\nnot\\n", "\\n\\n\\ttab\\n"], "gap": "a\\n\\n  b  \\n", "z": 1}\
            """)).isEqualTo("""
                clip: |
                  a: 1
                  b: 2
                strip: |-
                  #!/bin/sh
                  exit 0
                keep: |+
                  end


                list:
                  - |
                    one
                    two
                  - |2
                      indented
                    not
                  - |2


                    \ttab
                gap: |
                  a

                    b\s\s
                z: 1
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                " \n ",
                "a\r\nb\r\n",
                "a\u0085\n",
                "a\u2028\n",
                "a\u2029\n",
                "\uFEFFa\n",
                "a\u0007\n",
                "a\uD83D\n",
                "a\u007F\n"
            })
    void should_escape_text_that_a_literal_would_lose_or_hide(String text) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("a", text).put("b", 1);

        assertThat(YamlPrinter.print(tree))
                .startsWith("a: \"")
                .endsWith("\"\nb: 1\n")
                .matches("[ -~\n]*");
    }

    @Test
    void should_not_end_a_document_with_the_blank_lines_of_a_text() {
        assertThat(print("{\"a\": [\"x\\n\\n\"]}")).isEqualTo("a:\n  - \"x\\n\\n\"\n");
    }

    @Test
    void should_escape_in_double_quotes() {
        assertThat(YamlPrinter.print(TextNode.valueOf("'q\" \\ \t\r\n\0é😀\uDE00")))
                .isEqualTo("\"'q\\\" \\\\ \\t\\r\\n\\u0000é😀\\uDE00\"\n");
    }

    @Test
    void should_never_fold_a_line() {
        String words = "200 columns ".repeat(20) + "end";
        String quoted = "#" + words;
        ObjectNode tree = JsonNodeFactory.instance
                .objectNode()
                .put("plain", words)
                .put("quoted", quoted)
                .put("text", words + "\n");

        assertThat(YamlPrinter.print(tree))
                .isEqualTo("plain: " + words + "\nquoted: \"" + quoted + "\"\ntext: |\n  " + words + "\n");
    }

    @Test
    void should_write_a_key_that_is_too_long_for_readers_in_the_explicit_form() {
        String key = "k".repeat(1001);
        JsonNode tree = JsonNodeFactory.instance
                .objectNode()
                .set("a", JsonNodeFactory.instance.objectNode().put(key, 1).put(key.substring(1), 2));

        assertThat(YamlPrinter.print(tree)).isEqualTo("a:\n  ? " + key + "\n  : 1\n  " + key.substring(1) + ": 2\n");
    }

    @Test
    void should_keep_a_key_of_several_lines_on_one() {
        assertThat(print("{\"a\\nb\": {\"c\": 1}}")).isEqualTo("\"a\\nb\":\n  c: 1\n");
    }

    @Test
    void should_write_numbers_so_that_every_reader_takes_them_for_numbers() {
        ObjectNode tree = JsonNodeFactory.instance
                .objectNode()
                .put("int", -7)
                .put("long", 1L << 53)
                .put("big", BigInteger.TWO.pow(70))
                .put("double", 1e10)
                .put("small", 1.5e-7)
                .put("float", 0.1f)
                .put("decimal", new BigDecimal("1.20"))
                .put("exponent", new BigDecimal("1E+3"))
                .put("infinite", Double.NEGATIVE_INFINITY)
                .put("none", Double.NaN);

        assertThat(YamlPrinter.print(tree)).isEqualTo("""
            int: -7
            long: 9007199254740992
            big: 1180591620717411303424
            double: 1.0e+10
            small: 1.5e-7
            float: 0.1
            decimal: 1.20
            exponent: 1.0e+3
            infinite: -.inf
            none: .nan
            """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "true", "12"})
    void should_write_a_lone_scalar_or_empty_collection(String json) {
        assertThat(print(json)).isEqualTo(json + "\n");
    }

    @Test
    void should_append_to_what_is_there() {
        Utf8Text out = new Utf8Text();
        out.append("---\n");

        new YamlPrinter(out).append(JsonNodeFactory.instance.objectNode().put("a", "b"));

        assertThat(out).hasToString("---\na: b\n");
    }

    @Test
    void should_print_a_tree_in_the_same_way_after_others() throws JsonProcessingException {
        Utf8Text out = new Utf8Text();
        YamlPrinter printer = new YamlPrinter(out);
        List<String> alone = new ArrayList<>();
        for (String json : List.of(
                "{\"yes\":\"a\",\"a\":\"yes\"}",
                "{\"a\\n\":\"b\\n\\n\"}",
                "{\"b\\n\\n\":{\"c\":\"b\\n\\n\",\"a\\n\":\"a\"}}",
                "[\"b\\n\\n\",\"a\",\"é\",\"a\\n\"]",
                "{\"é\":\"é\",\"a\\n\":\"b\\n\\n\"}")) {
            JsonNode tree = JSON.readTree(json);
            alone.add(YamlPrinter.print(tree));
            printer.append(tree);
        }

        assertThat(out).hasToString(String.join("", alone));
    }

    @Test
    void should_indent_as_deep_as_the_tree_is() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        ObjectNode deepest = tree;
        for (int i = 0; i < 40; i++) {
            deepest = deepest.putObject("k");
        }
        deepest.put("leaf", 5);

        assertThat(YamlPrinter.print(tree)).endsWith("\n" + " ".repeat(80) + "leaf: 5\n");
    }

    private static String print(String json) {
        try {
            return YamlPrinter.print(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
