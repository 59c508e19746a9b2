package dev.gantry.raw;

import static dev.gantry.raw.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Run;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawYamlTest {

    private static final String HEAD = "apiVersion: example.com/v1\nkind: Foo\nmetadata: {name: x}\n";

    @TempDir
    private Path folder;

    private List<Raw> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), false);
    }

    private List<Raw> read(byte[] bytes, boolean tracing) {
        try {
            Files.createDirectories(folder.resolve("src"));
            Files.write(folder.resolve("src/foo.yaml"), bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        try (Run run = Run.begin(folder, tracing)) {
            assertThat(run.made()).isEmpty();
            return Raw.yaml("src/foo.yaml");
        }
    }

    private List<Finding> findings(String text) {
        return findings(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Finding> findings(byte[] bytes) {
        try {
            Files.createDirectories(folder.resolve("src"));
            Files.write(folder.resolve("src/foo.yaml"), bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        try (Run run = Run.begin(folder, false)) {
            assertThat(Raw.yaml("src/foo.yaml")).isNotNull();
            return run.findings();
        }
    }

    private static ObjectNode treeOf(Raw raw) {
        return Draft.of(raw).copyTree();
    }

    private static List<String> at(List<Finding> findings) {
        return findings.stream().map(f -> f.code() + " " + f.origin()).toList();
    }

    @Test
    void should_read_documents_comments_and_empty_ones() {
        List<Raw> all = read(
                "# first\n---\n---\n" + HEAD + "--- # next\n# nothing\n---\n" + HEAD.replace("x", "z") + "...\n---\n");
        assertThat(all).extracting(Raw::toString).containsExactly("Foo x", "Foo z");
        assertThat(all)
                .extracting(Raw::origin)
                .containsExactly(Origin.file("src/foo.yaml", 4, 1), Origin.file("src/foo.yaml", 10, 1));
    }

    @Test
    void should_keep_fields_and_their_order() {
        Raw raw = read("""
                        kind: ConfigMap
                        metadata:
                          name: x
                          labels: {}
                        data:
                          b: |
                            1
                            2
                          a: "01"
                        apiVersion: v1
                        binaryData:
                        """).get(0);
        assertThat(treeOf(raw).toString())
                .isEqualTo(
                        tree("{'kind':'ConfigMap','metadata':{'name':'x','labels':{}},'data':{'b':'1\\n2\\n','a':'01'},"
                                        + "'apiVersion':'v1','binaryData':null}")
                                .toString());
        assertThat(raw.kind().scope()).isEqualTo(Kind.Scope.NAMESPACED);
    }

    @Test
    void should_take_lists_apart() {
        List<Raw> all = read("""
                apiVersion: v1
                kind: List
                items:
                - apiVersion: v1
                  kind: Namespace
                  metadata: {name: a}
                - apiVersion: v1
                  kind: ConfigMapList
                  items:
                  - metadata: {name: b, namespace: shop}
                    data: {k: v}
                ---
                kind: List
                apiVersion: v1
                """);
        assertThat(all).extracting(Raw::toString).containsExactly("Namespace a", "ConfigMap b");
        assertThat(all).extracting(Raw::ownNamespace).containsExactly(null, "shop");
        assertThat(all.get(0).kind().scope()).isEqualTo(Kind.Scope.CLUSTER);
        assertThat(all.get(1).origin()).isEqualTo(Origin.file("src/foo.yaml", 10, 5));
    }

    @Test
    void should_read_json_with_tabs_and_several_objects() {
        List<Raw> all = read("{\"apiVersion\":\"example.com/v1\",\"kind\":\"Foo\",\"metadata\":{\"name\":\"x\"},\n"
                + "\t\"spec\":[1.0, 1e3, 9007199254740993, \"yes\"]}\n{\"apiVersion\":\"v1\",\"kind\":\"Secret\","
                + "\"metadata\":{\"name\":\"z\"}}");
        assertThat(read("{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"a\"}}\n---\n" + HEAD))
                .hasSize(2);
        assertThat(treeOf(all.get(0)).get("spec").toString()).isEqualTo("[1,1000,9007199254740993,\"yes\"]");
        assertThat(all.get(1).origin()).isEqualTo(Origin.file("src/foo.yaml", 3, 1));
    }

    @Test
    void should_read_flow_yaml_and_a_byte_order_mark_and_crlf() {
        assertThat(read("\ufeff{apiVersion: v1, kind: Foo, metadata: {name: x}}"))
                .extracting(Raw::name)
                .containsExactly("x");
        Raw crlf = read((HEAD + "spec: |\n  a\n  b\n").replace("\n", "\r\n")).get(0);
        assertThat(treeOf(crlf).get("spec").asText()).isEqualTo("a\nb\n");
    }

    @Test
    void should_follow_anchors_and_merge_keys() {
        Raw raw = read(HEAD
                        + "base: &b {a: 1, b: [x]}\nother: &c {a: 3, d: 4}\nspec:\n  c: *b\n  <<: [*b, *c]\n  b: 5\n")
                .get(0);
        assertThat(treeOf(raw).get("spec").toString())
                .isEqualTo("{\"c\":{\"a\":1,\"b\":[\"x\"]},\"a\":1,\"b\":5,\"d\":4}");
    }

    @Test
    void should_read_keys_as_kubectl_does() {
        Raw raw = read(HEAD + "spec:\n  on: 1\n  0644: 2\n  1e3: 3\n  1.5: 4\n  \"<<\": 5\n")
                .get(0);
        assertThat(treeOf(raw).get("spec").toString())
                .isEqualTo("{\"true\":1,\"420\":2,\"1000\":3,\"1.5\":4,\"<<\":5}");
    }

    @Test
    void should_read_tags() {
        Raw raw = read(HEAD
                        + "spec: [!!str 12, !!int \"12\", !!bool \"yes\", !!binary aGVsbG8=, !foo bar, ! 12, !!str ]\n")
                .get(0);
        assertThat(treeOf(raw).get("spec").toString()).isEqualTo("[\"12\",12,true,\"hello\",\"bar\",\"12\",\"\"]");
    }

    @Test
    void should_warn_of_what_yaml_1_2_reads_differently() {
        Raw raw = read(HEAD + "spec:\n  a: [true, 'no',\n    no]\n  big: 18446744073709551616\n")
                .get(0);
        assertThat(Draft.of(raw).problems())
                .extracting(p -> p.field() + " " + p.flaw().rule().code() + " " + p.origin())
                .containsExactly("spec.a[2] GTY-RAW-008 src/foo.yaml:6", "spec.big GTY-RAW-009 src/foo.yaml:7");
    }

    @Test
    void should_know_the_line_of_each_field_while_lines_are_traced() {
        String text = "kind: List\napiVersion: v1\nitems:\n- " + HEAD.replace("\n", "\n  ")
                + "spec:\n    a:\n    - b\n    - c: 1\n";
        Raw raw = read(text.getBytes(StandardCharsets.UTF_8), true).get(0);
        assertThat(Draft.of(raw).lineOf("spec.a[1].c")).isEqualTo(Origin.file("src/foo.yaml", 10, 7));
        assertThat(Draft.of(raw).lineOf("spec.a[1].unknown")).isEqualTo(Origin.file("src/foo.yaml", 10, 7));
        assertThat(Draft.of(raw).lineOf("metadata.name")).isEqualTo(Origin.file("src/foo.yaml", 6, 14));
    }

    @Test
    void should_collect_what_is_wrong_in_all_documents() {
        List<Finding> findings = findings(
                HEAD + "spec: \"open\n---\n" + HEAD + "a: 1\na: 2\n---\n- list\n---\nkind: Foo\n"
                        + "metadata: {generateName: x-}\n---\n\tb: 1\n---\napiVersion: v1\nkind: Foo\nmetadata: {name: 12}\n");
        assertThat(at(findings))
                .containsExactly(
                        "GTY-RAW-002 src/foo.yaml:5",
                        "GTY-RAW-003 src/foo.yaml:10",
                        "GTY-RAW-004 src/foo.yaml:12",
                        "GTY-RAW-005 src/foo.yaml:14",
                        "GTY-RAW-006 src/foo.yaml:14",
                        "GTY-RAW-002 src/foo.yaml:17",
                        "GTY-RAW-005 src/foo.yaml:19");
        assertThat(findings.get(1).related().get(0).origin()).isEqualTo(Origin.file("src/foo.yaml", 9, 1));
        assertThat(findings.get(1).related().get(1).origin().fileName()).isEqualTo("RawYamlTest.java");
        assertThat(findings.get(5).hint()).isEqualTo("Indent with spaces.");
        assertThat(findings.get(6).message()).isEqualTo("metadata.name is the number 12, but must be a text.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    spec: .inf                  | GTY-RAW-007 src/foo.yaml:4
                    spec: {~: 1}                | GTY-RAW-007 src/foo.yaml:4
                    spec: {? [a] : 1}           | GTY-RAW-007 src/foo.yaml:4
                    spec: *nowhere              | GTY-RAW-007 src/foo.yaml:4
                    spec: &a [*a]               | GTY-RAW-007 src/foo.yaml:4
                    spec: !!int abc             | GTY-RAW-007 src/foo.yaml:4
                    spec: !!int 1.5             | GTY-RAW-007 src/foo.yaml:4
                    spec: {<<: 1}               | GTY-RAW-007 src/foo.yaml:4
                    spec: {on: 1, true: 2}      | GTY-RAW-003 src/foo.yaml:4
                    spec: [a                    | GTY-RAW-002 src/foo.yaml:5
                    spec: a: b                  | GTY-RAW-002 src/foo.yaml:4
                    spec: @a                    | GTY-RAW-002 src/foo.yaml:4
                    """)
    void should_name_the_line_of_a_mistake(String line, String finding) {
        assertThat(at(findings(HEAD + line + "\n"))).containsExactly(finding);
    }

    @Test
    void should_name_the_line_of_a_mistake_in_json() {
        String object = "{\"apiVersion\":\"v1\",\"kind\":\"Foo\",\n\"metadata\":{\"name\":\"x\"";
        assertThat(at(findings(object + ",\n\"name\":\"y\"}}"))).containsExactly("GTY-RAW-003 src/foo.yaml:3");
        assertThat(at(findings(object + "},\n\"n\": 1e400}"))).containsExactly("GTY-RAW-007 src/foo.yaml:3");
        assertThat(at(findings(object + "},\n\"n\": \n[1 2]}"))).containsExactly("GTY-RAW-002 src/foo.yaml:4");
    }

    @Test
    void should_refuse_what_is_not_utf_8_and_control_characters() {
        assertThat(at(findings((HEAD + "spec: \u00e4\n").getBytes(StandardCharsets.ISO_8859_1))))
                .containsExactly("GTY-RAW-001 src/foo.yaml:4");
        assertThat(at(findings(HEAD.getBytes(StandardCharsets.UTF_16)))).containsExactly("GTY-RAW-001 src/foo.yaml:1");
        List<Finding> control = findings(HEAD + "spec: a\u0001b\n");
        assertThat(at(control)).containsExactly("GTY-RAW-002 src/foo.yaml:4");
        assertThat(control.get(0).message()).contains("U+0001");
    }

    @Test
    void should_refuse_aliases_that_explode_and_nesting_that_never_ends() {
        StringBuilder bomb = new StringBuilder(HEAD).append("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        assertThat(at(findings(bomb.toString()))).hasSize(1).allMatch(f -> f.startsWith("GTY-RAW-002"));
        assertThat(at(findings(HEAD + "spec: " + "[".repeat(300) + "]".repeat(300))))
                .containsExactly("GTY-RAW-002 src/foo.yaml:4");
    }

    @Test
    void should_say_that_a_file_is_missing_and_who_asked_for_it() {
        try (Run run = Run.begin(folder, false)) {
            assertThat(Raw.yaml("no/such.yaml")).isEmpty();
            assertThat(run.findings().get(0).message()).isEqualTo("There is no file no/such.yaml.");
            assertThat(run.findings().get(0).origin().fileName()).isEqualTo("RawYamlTest.java");
            assertThat(run.inputs()).isEmpty();
        }
    }

    @Test
    void should_remember_what_was_read() throws IOException {
        Files.writeString(folder.resolve("b.yaml"), HEAD);
        try (Run run = Run.begin(folder, false)) {
            List<Raw> all = Raw.yaml(folder.resolve("sub/../b.yaml").normalize());
            assertThat(all).hasSize(1);
            assertThat(run.made()).containsExactlyElementsOf(all);
            assertThat(run.inputs()).containsOnlyKeys("b.yaml");
            assertThat(run.inputs().get("b.yaml")).matches("sha256:[0-9a-f]{64}");
        }
    }
}
