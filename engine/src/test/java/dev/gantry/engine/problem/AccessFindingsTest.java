package dev.gantry.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.kubeconfig.AccessFailure;
import dev.gantry.engine.kubeconfig.AccessFailure.Problem;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessFindingsTest {

    @TempDir
    Path folder;

    @Test
    void should_name_the_contexts_and_the_one_that_was_probably_meant() {
        Path kubeconfig = folder.resolve("config");
        Finding finding = AccessFindings.of(new AccessFailure(Problem.UNKNOWN_CONTEXT, "no \"prodution\"")
                .in(kubeconfig)
                .insteadOf("prodution", List.of("production", "staging")));

        assertThat(finding.code()).isEqualTo(ClusterRule.UNKNOWN_CONTEXT.code());
        assertThat(finding.hint())
                .isEqualTo("Did you mean production? There are production, staging; choose with -Dgantry.context.");
        assertThat(finding.origin()).isEqualTo(Origin.file(kubeconfig.toString().replace('\\', '/'), 0, 0));
    }

    @Test
    void should_not_name_hundreds_of_contexts() {
        List<String> many = IntStream.range(0, 100).mapToObj(i -> "c" + i).toList();

        assertThat(AccessFindings.of(new AccessFailure(Problem.UNKNOWN_CONTEXT, "x").insteadOf("", many))
                        .hint())
                .contains("c19, 80 more;");
    }

    @Test
    void should_name_file_and_line_of_what_is_broken() {
        Path kubeconfig = folder.resolve("config");
        Finding finding = AccessFindings.of(new AccessFailure(Problem.BROKEN_KUBECONFIG, "broken")
                .in(kubeconfig)
                .at(3));

        assertThat(finding.origin()).isEqualTo(Origin.file(kubeconfig.toString().replace('\\', '/'), 3, 0));
    }

    @Test
    void should_name_what_is_allowed() {
        Finding finding = AccessFindings.of(
                new AccessFailure(Problem.CONTEXT_NOT_ALLOWED, "x").insteadOf("a", List.of("prod-*")));

        assertThat(finding.hint()).startsWith("Allowed are prod-*;");
    }

    @Test
    void should_have_a_rule_for_every_problem() {
        assertThat(Arrays.stream(Problem.values())
                        .map(problem -> AccessFindings.exception(new AccessFailure(problem, "x"))
                                .findings()
                                .get(0)
                                .code()))
                .doesNotHaveDuplicates();
    }
}
