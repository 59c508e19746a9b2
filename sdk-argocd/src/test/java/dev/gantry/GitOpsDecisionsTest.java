package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author decides about findings that only the tree for Argo CD has. */
class GitOpsDecisionsTest {

    private static final String ORDER = "GTY-ARG-036";
    private static final String NOT_DEPLOYED = "GTY-GIT-001";

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

    private String report(Place decided) throws IOException {
        return report(ORDER, decided);
    }

    private String report(String rule, Place decided) throws IOException {
        Files.createDirectories(module.resolve("target/classes"));
        StringBuilder report = new StringBuilder();
        ClassLoader loader = GitOpsDecisionsTest.class.getClassLoader();
        new Execution(new Fleet(rule, decided), loader, report::append, summary -> {}, null)
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
}
