package dev.gantry.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.raw.YamlDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judgement of the real Kustomize, in {@code kubectl}: {@code mvn -Preal-kustomize}. */
@Tag("real-kustomize")
class RealKustomizeTest {

    private static final int TREES = 100;

    @TempDir
    private Path folder;

    @Test
    void should_build_what_the_program_makes() throws Exception {
        for (long seed = 0; seed < TREES; seed++) {
            MadeTree tree = RandomTreesTest.tree(seed);
            Path root = folder.resolve("" + seed);
            write(tree, root);
            for (String environment : tree.environments()) {
                assertThat(Proof.differences(tree.objects().get(environment), kubectl(root, environment)))
                        .as("seed " + seed + ", environment " + environment)
                        .isEmpty();
            }
        }
    }

    @Test
    void should_put_labels_into_the_same_fields() throws Exception {
        for (SelectorCases each : SelectorCases.values()) {
            MadeTree tree = MadeTree.of(each.yaml(), each.yaml());
            Path root = folder.resolve(each.name());
            write(tree, root);
            assertThat(tree.base("kustomization.yaml")).as(each.name()).contains("includeSelectors: true");
            assertThat(Proof.differences(tree.objects().get("one"), kubectl(root, "one")))
                    .as(each.name())
                    .isEmpty();
        }
    }

    private static void write(MadeTree tree, Path root) throws IOException {
        for (Entry<String, byte[]> file : tree.files().entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private List<ObjectNode> kubectl(Path root, String environment) throws Exception {
        Path out = folder.resolve("out.yaml");
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(
                        "kubectl",
                        "kustomize",
                        root.resolve(MadeTree.folder(environment)).toString())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> root + ": " + text(errors)).isZero();
        List<ObjectNode> objects = new ArrayList<>();
        YamlDocuments.read("out", text(out)).forEach(document -> {
            ObjectNode object = PlainTree.copy((ObjectNode) document);
            unfold(object, object.path("kind").asText().equals("Secret") ? "data" : "binaryData");
            objects.add(object);
        });
        return objects;
    }

    /** Kustomize breaks long base64 into lines, which means the same. */
    private static void unfold(ObjectNode object, String field) {
        if (object.path(field) instanceof ObjectNode data) {
            data.properties()
                    .forEach(entry ->
                            data.put(entry.getKey(), entry.getValue().asText().replace("\n", "")));
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
