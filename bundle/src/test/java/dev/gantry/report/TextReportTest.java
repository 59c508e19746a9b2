package dev.gantry.report;

import static dev.gantry.report.ReportFormat.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.finding.Finding;
import dev.gantry.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextReportTest {

    private static final ReportContext CONTEXT =
            ReportContext.plain().environments(List.of("production", "staging", "test"));

    @Test
    void should_show_findings_as_a_compiler_does() {
        assertThat(TEXT.render(Samples.ALL, CONTEXT)).isEqualTo("""
            error GTY-NET-003 Shop.java:31 Service shop/web spec.ports[1].targetPort (in production, staging)
              No workload has the port "metrics".
              hint: Declare it on a container.
              Web.java:44: the Deployment web-stable is made here

            warning GTY-SET-001 src/main/gantry/production.yaml:3:7 (in production)
              The key 'replica' is not known.

            warning GTY-SET-001
              There is no blueprint.

            1 error, 2 warnings
            1 finding is suppressed
            """);
    }

    @Test
    void should_show_what_is_suppressed_and_why_when_verbose() {
        assertThat(TEXT.render(List.of(Samples.SECRET), CONTEXT.verbose(true))).isEqualTo("""
            suppressed GTY-SEC-002 Shop.java:9 Secret shop/db
              A secret is written in plain.
              reason: a test database

            1 finding is suppressed
            """);
    }

    @Test
    void should_name_no_environment_when_all_have_the_finding() {
        assertThat(TEXT.render(
                        List.of(Samples.PORT.in("a", "shop"), Samples.PORT.in("b", "shop")),
                        ReportContext.plain().environments(List.of("a", "b"))))
                .doesNotContain("(in")
                .contains("1 error\n");
    }

    @Test
    void should_not_merge_findings_that_weigh_differently() {
        assertThat(TEXT.render(
                        List.of(
                                Samples.PORT.in("test", "shop"),
                                Samples.PORT.in("staging", "shop").weighed(Severity.WARNING, "soon")),
                        CONTEXT))
                .contains("error GTY-NET-003")
                .contains("(in test)")
                .contains("warning GTY-NET-003")
                .contains("reason: soon")
                .contains("1 error, 1 warning\n");
    }

    @Test
    void should_give_the_path_of_a_file_that_is_there(@TempDir Path repository) throws IOException {
        Path file = repository.resolve("shop/src/main/java/com/acme/Shop.java");
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        SourceRoots sources = SourceRoots.of(
                repository, repository.resolve("shop"), List.of(Path.of("src/gen/java"), Path.of("src/main/java")));
        assertThat(TEXT.render(List.of(Samples.PORT, Samples.SETTING), CONTEXT.sources(sources)))
                .contains("GTY-NET-003 shop/src/main/java/com/acme/Shop.java:31 Service")
                .contains("  Web.java:44: the")
                .contains("GTY-SET-001 shop/src/main/gantry/production.yaml:3:7");
    }

    @Test
    void should_colour_the_severity_for_a_terminal() {
        String coloured = TEXT.render(Samples.ALL, CONTEXT.colour(true));
        assertThat(coloured)
                .contains("\u001b[1;31merror\u001b[m GTY-NET-003 \u001b[1mShop.java:31\u001b[m Service")
                .contains("\u001b[1;33mwarning\u001b[m")
                .contains("\u001b[36mhint:\u001b[m Declare");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(TEXT.render(Samples.ALL, CONTEXT));
    }

    @Test
    void should_indent_further_lines_and_show_control_characters() {
        assertThat(TEXT.render(List.of(Samples.PORT.hint("one\ntwo\u001b[2J")), CONTEXT))
                .contains("  hint: one\n    two\\u001b[2J\n");
    }

    @Test
    void should_say_nothing_when_there_is_nothing() {
        assertThat(TEXT.render(List.of(), CONTEXT.verbose(true))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void should_not_depend_on_the_order_of_the_findings(ReportFormat format) {
        List<Finding> reversed = new ArrayList<>(Samples.ALL);
        Collections.reverse(reversed);
        assertThat(format.render(reversed, CONTEXT)).isEqualTo(format.render(Samples.ALL, CONTEXT));
    }
}
