package dev.gantry.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.OutputRun;
import dev.gantry.TestRun;
import dev.gantry.argocd.tree.GitOpsEmitter;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Finding;
import dev.gantry.output.Emission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page about GitOps: its program compiles, runs and makes what is shown; the examples make trees, too. */
class GitOpsPageTest {

    private static final Path PAGE = ExampleRun.ROOT.resolve("docs/gitops.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/gantry/docs/FleetProgram.java");

    @TempDir
    Path copy;

    private static void fleet(App app) {
        boolean argocd = app.environment().equals("management");
        new FleetProgram()
                .define(
                        app,
                        new FleetProgram.Settings(Image.of("registry.example.com/shop:1.4.2"), argocd ? 1 : 3, argocd));
    }

    private static String between(String begin, String end) throws IOException {
        String source = Files.readString(SOURCE);
        String from = "    // " + begin + "\n";
        return source.substring(source.indexOf(from) + from.length(), source.indexOf("    // " + end + "\n"))
                .indent(-4);
    }

    @Test
    void should_show_a_program_and_the_tree_that_it_makes() throws IOException {
        Emission made = new GitOpsEmitter().emit(OutputRun.of(GitOpsPageTest::fleet, "eu-1", "management"));

        assertThat(made.findings()).isEmpty();
        StringBuilder tree = new StringBuilder();
        made.files()
                .keySet()
                .forEach(file -> tree.append(file.substring("gitops/".length())).append('\n'));
        String application = new String(
                made.files().getOrDefault("gitops/argocd/eu-1/74-application-shop-eu-1.yaml", new byte[0]),
                StandardCharsets.UTF_8);
        String settings = new String(
                made.files().getOrDefault("gitops/rendered/management/argocd/26-configmap-argocd-cm.yaml", new byte[0]),
                StandardCharsets.UTF_8);
        new Snippets()
                .is("program", between("begin", "end"))
                .is("set", between("begin set", "end set"))
                .is("tree", tree.toString())
                .is("application", application)
                .is("health", settings)
                .check(PAGE);
    }

    @Test
    void should_have_no_error_in_the_program() {
        assertThat(TestRun.in("management", GitOpsPageTest::fleet).findings()).noneMatch(Finding::isError);
    }

    @Test
    void should_deploy_every_folder_with_one_set() {
        Emission made = new GitOpsEmitter()
                .emit(OutputRun.of(
                        app -> {
                            app.stack("shop").add(ConfigMap.of("web", c -> {}));
                            app.stack("argocd", s -> s.namespace("argocd")).add(FleetProgram.everyFolder());
                        },
                        "eu-1"));
        assertThat(made.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "canary"})
    void should_make_trees_of_the_examples(String example) throws IOException {
        ExampleRun run = ExampleRun.of(copy, example, Map.of(), "--format", "gitops");

        assertThat(run.report()).doesNotContain("error GTY");
        assertThat(run.summary()).contains("gantry/gitops");
    }
}
