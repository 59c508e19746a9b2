package dev.gantry.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.AnyKind;
import dev.gantry.App;
import dev.gantry.Lines;
import dev.gantry.config.ConfigMap;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import java.util.Base64;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ConfigCheckTest {

    private static final Kind SECRET = Kind.namespaced("v1", "Secret");

    @Test
    void should_reject_a_config_map_of_two_megabytes() {
        assertThat(report(program(c -> c.text("greeting", "hello").text("big.txt", "x".repeat(2_000_000))))) // @big
                .isEqualTo(expected("""
                        error GTY-CFG-001 @big ConfigMap shop/web data["big.txt"]
                          The values have 2,000,005 bytes together, this one 2,000,000 bytes; 1,048,576 bytes are allowed.
                          hint: Split it, put the files into an image or a volume, or fetch them at start.
                        """));
    }

    @Test
    void should_count_bytes_and_not_characters_up_to_the_limit() {
        String fits = "x".repeat(1_048_576 - 9);

        assertThat(findings(program(c -> c.text("a", fits).text("b", "é€😀")))).isEmpty();
        assertThat(findings(program(c -> c.text("a", fits).text("b", "é€😀!"))))
                .extracting(f -> f.message())
                .containsExactly(
                        "The values have 1,048,577 bytes together, this one 1,048,567 bytes; 1,048,576 bytes are allowed.");
    }

    @Test
    void should_count_binary_data_as_the_bytes_that_it_stands_for() {
        String fits = Base64.getEncoder().encodeToString(new byte[1_048_576]);
        String tooLarge = Base64.getEncoder().encodeToString(new byte[1_048_577]);

        assertThat(findings(
                        program(c -> c.rawTree(t -> t.putObject("binaryData").put("b", fits)))))
                .isEmpty();
        assertThat(findings(
                        program(c -> c.rawTree(t -> t.putObject("binaryData").put("b", tooLarge)))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly("GTY-CFG-001 binaryData.b The values have"
                        + " 1,048,577 bytes together, this one 1,048,577 bytes; 1,048,576 bytes are allowed.");
    }

    @Test
    void should_warn_of_line_endings_of_windows() {
        assertThat(report(program(
                        c -> c.text("unix.sh", "echo 1\necho 2\n").text("start.sh", "echo 1\r\necho 2\r\n")))) // @crlf
                .isEqualTo(expected("""
                        warning GTY-CFG-002 @crlf ConfigMap shop/web data["start.sh"]
                          The text "start.sh" has lines that end with CR LF.
                          hint: End lines with LF: in a text, write \\n; of a file, save it with LF, or add "*.conf text eol=lf" and the like to .gitattributes: shells and \
                        many servers read the CR as part of the line.
                        """));
    }

    @Test
    void should_warn_of_a_secret_whose_values_are_in_the_output() {
        assertThat(findings(app -> app.stack("shop", s -> s.namespace("shop")).add(secret(tree -> {
                    tree.putObject("data").put("token", "aHVudGVyMg==");
                    tree.putObject("stringData").put("password", "hunter2").put("token", "x");
                }))))
                .extracting(f -> f.severity() + " " + f.code() + " " + f.resource() + " " + f.field() + " "
                        + f.message() + " " + f.hint())
                .containsExactly("WARNING GTY-CFG-003 Secret shop/database stringData"
                        + " The Secret is written out with its values: whoever can read the output can read"
                        + " \"token\" and \"password\"."
                        + " Name a Secret that is made elsewhere with Secret.existing(name): by hand, by an external secret"
                        + " store, or by a sealed secret. If any random value will do, call"
                        + " stack.generatedSecret(name, key, length).");
    }

    @Test
    void should_accept_a_secret_without_values() {
        assertThat(findings(app ->
                        app.stack("shop").add(secret(tree -> tree.put("type", "kubernetes.io/service-account-token")))))
                .isEmpty();
    }

    @Test
    void should_reject_a_key_that_is_both_text_and_binary() {
        assertThat(report(program(c -> c.text("logo", "text") // @text
                        .text("other", "text")
                        .rawTree(t -> t.putObject("binaryData").put("icon", "eA=="))
                        .rawTree(t -> t.withObject("/binaryData").put("logo", "eA=="))))) // @binary
                .isEqualTo(expected("""
                        error GTY-CFG-004 @binary ConfigMap shop/web binaryData.logo
                          The key "logo" is in data and in binaryData.
                          hint: Give each key once, as a text or as bytes.
                          @text: the text is added here
                        """));
    }

    @Test
    void should_reject_a_key_that_is_not_valid() {
        assertThat(findings(program(c -> c.rawTree(
                        t -> t.putObject("data").put("conf/app.yaml", "a: 1").put("app.yaml", "a: 1")))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly(
                        "GTY-CFG-005 data[\"conf/app.yaml\"] The key \"conf/app.yaml\" has the character '/'.");
    }

    @Test
    void should_say_once_that_a_key_is_not_valid() {
        assertThat(findings(program(c -> c.text("a b", "x")))).hasSize(1);
    }

    @Test
    void should_reject_annotations_above_256_kibibytes() {
        assertThat(report(program(c -> c.annotation("a", "x".repeat(200_000)) // @annotations
                        .annotation("b", "y".repeat(62_143)))))
                .isEqualTo(expected("""
                        error GTY-CFG-006 @annotations ConfigMap shop/web metadata.annotations
                          The annotations have 262,145 bytes together; 262,144 bytes are allowed.
                          hint: Put large texts into a ConfigMap.
                        """));
    }

    @Test
    void should_accept_annotations_of_256_kibibytes() {
        assertThat(findings(program(c -> c.annotation("a", "x".repeat(262_143)))))
                .isEmpty();
    }

    private static Consumer<App> program(Consumer<ConfigMap.Builder> options) {
        return app -> app.stack("shop", s -> s.namespace("shop")).add(ConfigMap.of("web", options)); // @config
    }

    private static Resource secret(Consumer<ObjectNode> tree) {
        return AnyKind.of(SECRET, "database", tree);
    }

    private static String expected(String text) {
        return Lines.fill(ConfigCheckTest.class, text);
    }
}
