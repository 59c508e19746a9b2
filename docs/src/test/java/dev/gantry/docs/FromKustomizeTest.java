package dev.gantry.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page for those who come from Kustomize shows what the platform example really becomes. */
final class FromKustomizeTest {

    private static final Path PAGE = ExampleRun.ROOT.resolve("docs/from-kustomize.md");

    /** What the document behind the example uses of Kustomize. */
    private static final List<String> USED = List.of(
            "`resources`",
            "`commonLabels`",
            "`namespace`",
            "`images`",
            "`replicas`",
            "`patchesStrategicMerge`",
            "`configMapGenerator`",
            "`secretGenerator`",
            "`kustomize build overlays/production`",
            "`kubectl apply -k overlays/production`");

    @TempDir
    Path copy;

    @Test
    void should_show_the_tree_of_the_platform() throws Exception {
        ExampleRun platform = ExampleRun.of(copy, "platform", Map.of(), "--format", "kustomize");

        new Snippets()
                .is("root", platform.file("kustomize/overlays/production/kustomization.yaml"))
                .is("base", platform.file("kustomize/base/myapp/kustomization.yaml"))
                .is("overlay", platform.file("kustomize/overlays/production/myapp/kustomization.yaml"))
                .is("patch", platform.file("kustomize/overlays/production/myapp/patches/json/ingress-myapp.yaml"))
                .check(PAGE);
    }

    @Test
    void should_have_a_line_for_everything_that_the_document_uses() throws Exception {
        String page = Files.readString(PAGE);
        assertThat(USED).allSatisfy(used -> assertThat(page).contains("| " + used));
    }
}
