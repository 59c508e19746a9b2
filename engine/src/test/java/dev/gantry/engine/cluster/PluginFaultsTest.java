package dev.gantry.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gantry.engine.kubeconfig.AccessFailure;
import dev.gantry.engine.kubeconfig.AccessFailure.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Credential plugins that fail in ways of their own: a run goes on, or says soon why it does not. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the plugins are scripts for sh")
@Timeout(30)
class PluginFaultsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void should_end_a_program_that_prints_without_end() {
        AccessFailure failure = failure(shell("yes", LONG));

        assertThat(failure.problem()).isEqualTo(Problem.NO_CREDENTIALS);
        assertThat(failure.message())
                .isEqualTo("the credential plugin plugin prints more than 1 MB, which are no credentials");
    }

    @Test
    void should_refuse_what_is_too_much_though_the_program_has_ended() {
        assertThat(failure(shell("yes | head -c 1100000", LONG)).message()).contains("prints more than 1 MB");
    }

    @Test
    void should_end_a_program_that_takes_too_long_with_all_that_it_has_started() {
        AccessFailure failure = failure(shell("sleep 45 | cat", Duration.ofSeconds(1)));

        assertThat(failure.problem()).isEqualTo(Problem.NO_CREDENTIALS);
        assertThat(failure.message())
                .isEqualTo("the credential plugin plugin did not come to its end in 1 s; it cannot ask anything here");
    }

    @Test
    void should_not_wait_for_what_a_program_leaves_behind() {
        assertThat(shell("sleep 45 & echo out", LONG).output("")).isEqualTo("out\n");
    }

    @Test
    void should_not_be_held_up_by_any_number_of_complaints() {
        assertThat(shell("yes complaint | head -c 3000000 >&2; echo out", LONG).output(""))
                .isEqualTo("out\n");
    }

    @Test
    void should_quote_the_beginning_of_many_complaints() {
        assertThat(failure(shell("yes no | head -c 3000000 >&2; exit 3", LONG)).message())
                .startsWith("the credential plugin plugin failed with exit code 3: no no no")
                .endsWith(" no ...")
                .hasSizeLessThan(400);
    }

    private static ChildProcess shell(String script, Duration limit) {
        return new ChildProcess("plugin", List.of("sh", "-c", script), Map.of(), limit);
    }

    private static AccessFailure failure(ChildProcess process) {
        return catchThrowableOfType(AccessFailure.class, () -> process.output(""));
    }
}
