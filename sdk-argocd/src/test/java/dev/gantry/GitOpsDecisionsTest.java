package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.argocd.DestinationCluster;
import dev.gantry.argocd.Git;
import dev.gantry.argocd.GitOps;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an author decides about findings that only the tree for Argo CD has. */
class GitOpsDecisionsTest {

    private static final String ORDER = "GTY-ARG-036";
    private static final String NOT_DEPLOYED = "GTY-GIT-001";
    private static final String REPLACED = "GTY-GIT-008";

    @TempDir
    Path module;

    /** What the decision is made for. */
    private enum Place {
        NOTHING,
        APP,
        STACK,
        RESOURCE
    }

    /** A stack with an order that nothing tells Argo CD of. */
    private record Fleet(String rule, Place decided) implements Blueprint<NoSettings> {

        @Override
        public void define(App app, NoSettings settings) {
            if (decided == Place.APP) {
                app.finding(rule, Severity.OFF, "it tries again");
            }
            Stack shop = app.stack("shop", s -> {
                s.namespace("shop");
                if (decided == Place.STACK) {
                    s.finding(rule, Severity.OFF, "it tries again");
                }
            });
            ConfigMap first = shop.add(ConfigMap.of("first", c -> c.text("a", "b")));
            shop.add(ConfigMap.of("second", c -> {
                c.text("a", "b").dependsOn(first);
                if (decided == Place.RESOURCE) {
                    c.finding(rule, Severity.OFF, "it tries again");
                }
            }));
        }
    }

    /** Two clusters of one Argo CD, whose Applications have one name. */
    private record Clusters(Place decided) implements Blueprint<NoSettings> {

        @Override
        public void define(App app, NoSettings settings) {
            if (decided == Place.APP) {
                app.finding(REPLACED, Severity.OFF, "each has its own");
            }
            app.stack("shop", s -> s.namespace("shop")).add(ConfigMap.of("web", c -> c.text("a", "b")));
            Stack argocd = app.stack("argocd", s -> {
                s.namespace("argocd");
                if (decided == Place.STACK) {
                    s.finding(REPLACED, Severity.OFF, "each has its own");
                }
            });
            Git repository = Git.repository("https://git.example.com/deploy");
            argocd.add(GitOps.of(
                    app,
                    repository,
                    Stack::name,
                    g -> g.cluster(DestinationCluster.named(app.environment())).application(a -> {
                        if (decided == Place.RESOURCE) {
                            a.finding(REPLACED, Severity.OFF, "each has its own");
                        }
                    })));
        }
    }

    private String report(Place decided) throws IOException {
        return report(ORDER, decided);
    }

    private String report(String rule, Place decided) throws IOException {
        return report(new Fleet(rule, decided));
    }

    private String report(Blueprint<NoSettings> program) throws IOException {
        Files.createDirectories(module.resolve("target/classes"));
        StringBuilder report = new StringBuilder();
        ClassLoader loader = GitOpsDecisionsTest.class.getClassLoader();
        new Execution(program, loader, report::append, summary -> {}, null)
                .run("generate", "--module", module.toString(), "--classes", "target/classes", "--format", "gitops");
        return report.toString();
    }

    @Test
    void should_warn_of_an_order_that_is_not_kept() throws IOException {
        assertThat(report(Place.NOTHING)).contains("warning " + ORDER);
    }

    @Test
    void should_take_the_decision_of_an_app() throws IOException {
        assertThat(report(Place.APP)).doesNotContain("warning " + ORDER);
    }

    @Test
    void should_take_the_decision_of_a_stack() throws IOException {
        assertThat(report(Place.STACK)).doesNotContain("warning " + ORDER);
    }

    @Test
    void should_take_the_decision_of_a_resource() throws IOException {
        assertThat(report(Place.RESOURCE)).doesNotContain("warning " + ORDER);
    }

    @Test
    void should_take_decisions_about_the_tree_itself() throws IOException {
        assertThat(report(NOT_DEPLOYED, Place.NOTHING)).contains("warning " + NOT_DEPLOYED);
        assertThat(report(NOT_DEPLOYED, Place.APP)).doesNotContain(NOT_DEPLOYED);
        assertThat(report(NOT_DEPLOYED, Place.STACK)).doesNotContain(NOT_DEPLOYED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"APP", "STACK", "RESOURCE"})
    void should_write_a_tree_whose_environments_have_an_argo_cd_each(Place decided) throws IOException {
        twoEnvironments();
        assertThat(report(new Clusters(decided))).doesNotContain("error " + REPLACED);
        assertThat(module.resolve("target/gantry/gitops/argocd/staging/74-application-shop.yaml"))
                .exists();
    }

    @Test
    void should_write_nothing_where_one_environment_replaces_another() throws IOException {
        twoEnvironments();
        assertThat(report(new Clusters(Place.NOTHING))).containsOnlyOnce("error " + REPLACED);
        assertThat(module.resolve("target/gantry")).doesNotExist();
    }

    private void twoEnvironments() throws IOException {
        Path settings = Files.createDirectories(module.resolve("src/main/gantry"));
        Files.writeString(settings.resolve("production.yaml"), "");
        Files.writeString(settings.resolve("staging.yaml"), "");
    }
}
