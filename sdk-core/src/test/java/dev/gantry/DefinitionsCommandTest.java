package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.crd.generator.annotation.PrinterColumn;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsCommandTest {

    @TempDir
    Path module;

    private final StringBuilder report = new StringBuilder();
    private final StringBuilder summary = new StringBuilder();

    /** A shop. */
    @Group("example.com")
    @Version("v2")
    public record Shop(ShopSpec spec) implements Namespaced {}

    /**
     * What is asked for.
     *
     * @param size how large it is
     */
    public record ShopSpec(@PrinterColumn int size) {}

    @Group("example.com")
    @Version(value = "v1", storage = false)
    @Kind("Shop")
    public record OldShop(ShopSpec spec) implements Namespaced {}

    @Group("example.com")
    @Version("v1")
    public record Wrong(WrongSpec spec) implements Namespaced {}

    public record WrongSpec(@Max(3) @Default("7") int size) {}

    @Test
    void should_write_the_definitions_of_the_classes_of_a_module() throws IOException {
        copy(OldShop.class, Shop.class, ShopSpec.class);

        assertThat(run()).isEqualTo(Main.OK);

        assertThat(report).isEmpty();
        assertThat(summary.toString()).isEqualTo("""
                Gantry made 1 definition
                  shops.example.com (v2, v1) from dev.gantry.DefinitionsCommandTest$Shop
                  written to %s (1 file changed)
                """.formatted(module.resolve("target/gantry-crd")));
        assertThat(module.resolve("target/gantry-crd/shops.example.com.yaml")).hasContent(DefinitionFiles.MARK + """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata:
                  name: shops.example.com
                spec:
                  group: example.com
                  names:
                    plural: shops
                    singular: shop
                    kind: Shop
                  scope: Namespaced
                  versions:
                    - name: v2
                      served: true
                      storage: true
                      schema:
                        openAPIV3Schema:
                          description: A shop.
                          type: object
                          properties:
                            spec:
                              type: object
                              properties:
                                size:
                                  description: how large it is
                                  type: integer
                                  format: int32
                      additionalPrinterColumns:
                        - name: SIZE
                          type: integer
                          description: how large it is
                          jsonPath: .spec.size
                    - name: v1
                      served: true
                      storage: false
                      schema:
                        openAPIV3Schema:
                          type: object
                          properties:
                            spec:
                              type: object
                              properties:
                                size:
                                  description: how large it is
                                  type: integer
                                  format: int32
                      additionalPrinterColumns:
                        - name: SIZE
                          type: integer
                          description: how large it is
                          jsonPath: .spec.size
                """);
    }

    @Test
    void should_delete_what_is_no_longer_made_and_nothing_else() throws IOException {
        copy(Shop.class, ShopSpec.class);
        run("--output", "made");
        Files.writeString(module.resolve("made/other.yaml"), "kind: Other\n");
        Files.delete(classFile(Shop.class));
        summary.setLength(0);

        assertThat(run("--output", "made")).isEqualTo(Main.OK);

        assertThat(module.resolve("made")).isDirectoryContaining("glob:**/other.yaml");
        assertThat(module.resolve("made/shops.example.com.yaml")).doesNotExist();
        assertThat(summary).contains("No class of the module has @Group and @Version");
    }

    @Test
    void should_not_touch_what_has_not_changed() throws IOException {
        copy(Shop.class, ShopSpec.class);
        run();

        run();

        assertThat(summary).endsWith("(0 files changed)\n");
    }

    @Test
    void should_not_overwrite_a_file_of_somebody_else() throws IOException {
        copy(Shop.class, ShopSpec.class);
        Files.createDirectories(module.resolve("made"));
        Files.writeString(module.resolve("made/shops.example.com.yaml"), "kind: Other\n");

        assertThat(run("--output", "made")).isEqualTo(Main.FINDINGS);

        assertThat(report).contains("There is a file ", "-Dgantry.crdFolder");
        assertThat(module.resolve("made/shops.example.com.yaml")).hasContent("kind: Other\n");
    }

    @Test
    void should_name_the_source_file_of_a_class_that_is_wrong() throws IOException {
        copy(Wrong.class, WrongSpec.class);

        assertThat(run()).isEqualTo(Main.FINDINGS);

        assertThat(report.toString())
                .contains("DefinitionsCommandTest.java CustomResourceDefinition wrongs.example.com ", "7 is above 3");
        assertThat(module.resolve("target/gantry-crd")).doesNotExist();
    }

    private int run(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("crd", "--module", module.toString(), "--source-root", sources()));
        arguments.addAll(List.of(more));
        return Main.run(
                arguments.toArray(String[]::new),
                DefinitionsCommandTest.class.getClassLoader(),
                report::append,
                summary::append,
                request -> {
                    throw new AssertionError("a definition needs nobody: " + request);
                });
    }

    private static String sources() {
        return Path.of("src/test/java").toAbsolutePath().toString();
    }

    private void copy(Class<?>... types) throws IOException {
        for (Class<?> type : types) {
            Path file = classFile(type);
            Files.createDirectories(file.getParent());
            try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
                Files.copy(in, file);
            }
        }
    }

    private Path classFile(Class<?> type) {
        return module.resolve("target/classes").resolve(type.getName().replace('.', '/') + ".class");
    }
}
