package dev.gantry.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.TestRun;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Rule;
import dev.gantry.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsTest {

    private static void decide(App app, boolean adjustable) {
        app.stack("shop", s -> s.namespace("shop")).add(ConfigMap.of("web", c -> c.text("a", "b")));
        for (Rule rule : Catalogue.rules()) {
            if (rule.adjustable() == adjustable) {
                app.finding(rule.code(), Severity.OFF, "as agreed");
            }
        }
    }

    @Test
    void should_let_a_program_decide_about_what_the_page_calls_adjustable() {
        List<Finding> findings = TestRun.of(app -> decide(app, true)).findings();
        assertThat(findings).extracting(Finding::message).isEmpty();
    }

    @Test
    void should_refuse_a_decision_about_all_else() {
        List<Finding> findings = TestRun.of(app -> decide(app, false)).findings();
        assertThat(findings)
                .hasSameSizeAs(Catalogue.rules().stream()
                        .filter(rule -> !rule.adjustable())
                        .toList())
                .extracting(Finding::code)
                .containsOnly("GTY-PRG-010");
    }
}
