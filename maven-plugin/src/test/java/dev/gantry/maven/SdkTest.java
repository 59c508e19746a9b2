package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With SDKs of other times, compiled here. */
class SdkTest {

    private static final String SIGNATURE = "public static int run(String[] arguments, ClassLoader loader,"
            + " java.util.function.Consumer<String> report, java.util.function.Consumer<String> summary,"
            + " java.util.function.UnaryOperator<String> tools)";

    @TempDir
    private Path folder;

    @Test
    void should_run_the_program_in_a_class_loader_of_its_own() throws Exception {
        Path sdk = sdk(SIGNATURE + "{ report.accept(arguments[1]); summary.accept(loader.getName());"
                + " try { Class.forName(\"org.apache.maven.plugin.Mojo\"); } catch (ClassNotFoundException e) { return 1; }"
                + " return 0; }");
        List<String> said = new ArrayList<>();

        try (Sdk opened = Sdk.of(module(sdk))) {
            assertThat(opened.isPresent()).isTrue();
            assertThat(opened.run(List.of("generate", "Shop"), "0.1.0", said::add, said::add, request -> ""))
                    .as("Maven's own classes are not visible")
                    .isEqualTo(1);
        }
        assertThat(said).containsExactly("Shop", "gantry-shop");
    }

    @Test
    void should_say_that_there_is_no_sdk() throws Exception {
        try (Sdk sdk = Sdk.of(module(folder))) {
            assertThat(sdk.isPresent()).isFalse();
        }
    }

    @Test
    void should_name_both_versions_if_they_do_not_fit() throws Exception {
        Path sdk = sdk("public static void run(String... arguments) {}");
        Files.createDirectories(sdk.resolve("META-INF/maven/dev.gantry/gantry-sdk-core"));
        Files.writeString(sdk.resolve("META-INF/maven/dev.gantry/gantry-sdk-core/pom.properties"), "version=0.0.3\n");

        assertThatThrownBy(() -> run(sdk))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("The Gantry SDK on the class path is version 0.0.3, with which version 7.7 of"
                        + " gantry-maven-plugin cannot talk: give both the same version.");
    }

    @Test
    void should_hand_over_the_tools() throws Exception {
        Path sdk = sdk(SIGNATURE + "{ report.accept(tools.apply(\"request\")); return 0; }");
        List<String> said = new ArrayList<>();

        try (Sdk opened = Sdk.of(module(sdk))) {
            opened.run(List.of(), "0.1.0", said::add, said::add, request -> "answer to " + request);
        }
        assertThat(said).containsExactly("answer to request");
    }

    @Test
    void should_refuse_an_entry_point_that_returns_something_else() throws Exception {
        Path sdk = sdk(SIGNATURE.replace(" int ", " String ") + "{ return \"fine\"; }");
        Files.writeString(sdk.resolve("dev/gantry/version.txt"), "2.5\n");

        assertThatThrownBy(() -> run(sdk)).hasMessageContaining("version 2.5,");
    }

    @Test
    void should_explain_libraries_that_do_not_fit() throws Exception {
        Path sdk = sdk(SIGNATURE + "{ throw new NoSuchMethodError(\"Json.parse()\"); }");

        assertThatThrownBy(() -> run(sdk))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("of an unknown version")
                .hasMessageContaining("Json.parse()")
                .hasMessageContaining("mvn dependency:tree");
    }

    @Test
    void should_keep_the_cause_of_a_mistake_in_the_sdk() throws Exception {
        Path sdk = sdk(SIGNATURE + "{ throw new IllegalStateException(\"our fault\"); }");

        assertThatThrownBy(() -> run(sdk))
                .isInstanceOf(MojoExecutionException.class)
                .hasRootCauseMessage("our fault");
    }

    private static void run(Path path) throws MojoFailureException, MojoExecutionException {
        try (Sdk sdk = Sdk.of(module(path))) {
            sdk.run(List.of(), "7.7", text -> {}, text -> {}, request -> "");
        }
    }

    private Path sdk(String member) throws IOException {
        Path source = folder.resolve("Main.java");
        Files.writeString(source, "package dev.gantry; public final class Main {" + member + "}");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
        assertThat(result).isZero();
        return classes;
    }

    private static MavenModule module(Path classPath) {
        Path nowhere = Path.of("nowhere");
        return new MavenModule("shop", "jar", nowhere, nowhere, nowhere, List.of(classPath), List.of(), true);
    }
}
