package dev.gantry.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.NoSettings;
import dev.gantry.Quantity;
import dev.gantry.Synthesis;
import dev.gantry.TestRun;
import dev.gantry.customresource.CustomResource;
import dev.gantry.yaml.YamlPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on custom resources shows a program that compiles, and what it makes. */
class CustomResourcesTest {

    private static final Path PAGE = Path.of("../docs/custom-resources.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/gantry/docs/Shops.java");

    @TempDir
    Path module;

    @Test
    void should_show_what_the_program_makes() throws IOException {
        Path copy = module.resolve("src/main/java/dev/gantry/docs/Shops.java");
        Files.createDirectories(copy.getParent());
        Files.copy(SOURCE, copy);
        Synthesis made = TestRun.in(module, "production", app -> new Shops().define(app, new NoSettings()));

        assertThat(made.findings()).isEmpty();
        new Snippets()
                .is("class", part("class"))
                .is("program", part("program"))
                .is("definition", YamlPrinter.print(made.manifests().get(0).tree()))
                .is("resource", YamlPrinter.print(made.manifests().get(1).tree()))
                .is(
                        "mistake",
                        TestRun.report(CustomResourcesTest::mistaken)
                                .replaceAll("CustomResourcesTest.java:\\d+", "Shops.java:64"))
                .check(PAGE);
    }

    private static void mistaken(App app) {
        app.stack("shops", s -> s.namespace("shops"))
                .add(CustomResource.of(
                        "blue",
                        Shops.Shop.class,
                        new Shops.ShopSpec(
                                Image.of("example.com/shop:1.4"), 12, Quantity.of("512 MB"), Shops.Tier.LARGE, null),
                        r -> {}));
    }

    @Test
    void should_name_every_annotation_that_is_followed() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(List.of(
                        "Group",
                        "Version",
                        "Kind",
                        "Plural",
                        "Singular",
                        "ShortNames",
                        "Categories",
                        "Labels",
                        "Annotations",
                        "Required",
                        "Min",
                        "Max",
                        "Size",
                        "Pattern",
                        "Default",
                        "Nullable",
                        "ValidationRule",
                        "PreserveUnknownFields",
                        "SchemaFrom",
                        "PrinterColumn",
                        "AdditionalPrinterColumn",
                        "SelectableField",
                        "AdditionalSelectableField",
                        "SpecReplicas",
                        "StatusReplicas",
                        "LabelSelector",
                        "JsonProperty",
                        "JsonPropertyDescription",
                        "JsonIgnore",
                        "JsonValue",
                        "JsonPropertyOrder"))
                .allSatisfy(name -> assertThat(page).contains("`@" + name));
    }

    private static String part(String name) throws IOException {
        String source = Files.readString(SOURCE);
        String begin = "    // begin " + name + "\n";
        return source.substring(source.indexOf(begin) + begin.length(), source.indexOf("    // end " + name))
                .indent(-4);
    }
}
