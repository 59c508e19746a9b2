package dev.gantry.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for people who have a chart. That its goals are there is held by the plugin's tests. */
class FromHelmTest {

    private static final Path PAGE = Path.of("../docs/from-helm.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/gantry/docs/MyApp.java");

    @Test
    void should_show_a_program_that_compiles() throws IOException {
        String source = Files.readString(SOURCE);
        String shown = source.substring(
                source.indexOf("    // begin\n") + "    // begin\n".length(), source.indexOf("    // end\n"));
        new Snippets().is("program", shown.indent(-4)).check(PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "helm create",
                "helm dependency update",
                "helm lint",
                "helm template",
                "helm package",
                "helm install --dry-run",
                "helm install`, `helm upgrade",
                "helm rollback",
                "helm history",
                "helm uninstall",
                "helm list"
            })
    void should_have_a_line_for_each_command(String command) throws IOException {
        assertThat(Files.readString(PAGE)).contains("\n| `" + command);
    }
}
