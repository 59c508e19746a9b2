package dev.gantry.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.gantry.TestRun;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps {@code docs/findings.md} and the code from drifting apart. */
class FindingsCatalogueTest {

    private static final Path PAGE = Path.of("../docs/findings.md");

    @Test
    void should_give_every_rule_a_code_of_its_own() {
        assertThat(Catalogue.rules())
                .extracting(Rule::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("GTY-[A-Z]{3}-[0-9]{3}"));
    }

    @Test
    void should_have_one_example_for_every_rule() {
        assertThat(Catalogue.examples().stream().map(trial -> trial.example().value()))
                .containsExactlyInAnyOrderElementsOf(Catalogue.rules().stream()
                        .map(Rule::code)
                        .filter(code -> !Catalogue.WITHOUT_EXAMPLE.containsKey(code))
                        .toList());
    }

    static Stream<Trial> examples() {
        return Catalogue.examples().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void should_find_what_the_example_is_for_and_nothing_else(Trial trial) throws Exception {
        Set<String> expected = new TreeSet<>(List.of(trial.example().after()));
        expected.add(trial.example().value());
        assertThat(trial.findings().stream().map(Finding::code).distinct())
                .as(trial.example().value())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void should_describe_every_rule_as_it_is() throws Exception {
        String page = page();
        if (Boolean.getBoolean("gantry.docs.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
            return;
        }
        List<String> written = Files.exists(PAGE) ? Files.readAllLines(PAGE) : List.of();
        List<String> now = page.lines().toList();
        for (int i = 0; i < Math.max(written.size(), now.size()); i++) {
            String old = i < written.size() ? written.get(i) : "(end of file)";
            String fresh = i < now.size() ? now.get(i) : "(end of file)";
            if (!old.equals(fresh)) {
                fail(
                        "docs/findings.md:%d is not what the code says.%n  written: %s%n  now:     %s%nBring it up to date:"
                                + " mvn -pl docs -am test -Dtest=FindingsCatalogueTest -Dgantry.docs.update=true",
                        i + 1, old, fresh);
            }
        }
    }

    private static String page() throws Exception {
        Map<String, Trial> trials = new HashMap<>();
        Catalogue.examples().forEach(trial -> trials.put(trial.example().value(), trial));
        StringBuilder page = new StringBuilder(header());
        String area = "";
        for (Rule rule : Catalogue.rules()) {
            String own = rule.code().substring(4, 7);
            if (!own.equals(area)) {
                area = own;
                page.append("\n## ").append(Catalogue.heading(area)).append('\n');
            }
            page.append(section(rule, trials.get(rule.code())));
        }
        return page.toString();
    }

    private static String header() throws IOException {
        return Files.readString(Path.of("src/test/resources/dev/gantry/findings/header.md"));
    }

    private static String section(Rule rule, Trial trial) throws Exception {
        StringBuilder section = new StringBuilder("\n### ").append(rule.code()).append("\n\n**");
        section.append(rule.title()).append(".** ");
        section.append(rule.severity().name().charAt(0))
                .append(rule.severity().name().substring(1).toLowerCase(java.util.Locale.ROOT));
        section.append(rule.adjustable() ? ", adjustable.\n" : ", not adjustable.\n");
        if (trial == null) {
            String when = Catalogue.WITHOUT_EXAMPLE.getOrDefault(rule.code(), "");
            return section.append('\n').append(when).append('\n').toString();
        }
        section.append('\n').append(trial.example().why()).append("\n\n");
        if (trial.isFile()) {
            section.append("```yaml\n").append(trial.snippet().textBlock());
        } else {
            section.append("```java\n").append(String.join("\n", trial.snippet().lines()));
        }
        section.append("\n```\n\n```text\n");
        List<Finding> findings = trial.findings();
        return section.append(TestRun.report(findings)).append("```\n").toString();
    }
}
