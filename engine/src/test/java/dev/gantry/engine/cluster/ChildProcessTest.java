package dev.gantry.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are scripts for sh")
class ChildProcessTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void should_return_what_a_program_prints() {
        assertThat(new ChildProcess("plugin", List.of("sh", "-c", "echo out; echo err >&2"), Map.of(), LONG).output(""))
                .isEqualTo("out\n");
    }

    @Test
    void should_give_a_program_its_variables_and_nothing_to_read() {
        ChildProcess process = new ChildProcess(
                "plugin", List.of("sh", "-c", "cat; printf %s \"$MODE\""), Map.of("MODE", "quiet"), LONG);

        assertThat(process.output("")).isEqualTo("quiet");
    }
}
