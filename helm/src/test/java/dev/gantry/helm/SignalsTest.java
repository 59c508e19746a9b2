package dev.gantry.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SignalsTest {

    @TempDir
    Path folder;

    /** A process that renders a chart, and then waits to be ended. */
    static final class Waiting {

        private Waiting() {}

        public static void main(String[] arguments) throws Exception {
            Path chart = TestChart.in(Path.of(arguments[0])).folder();
            Helm.load().render(chart, chart.resolve("values.yaml"), "web", "shop");
            System.out.println("rendered");
            TimeUnit.MINUTES.sleep(2);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process is ended there without a signal")
    void should_let_a_process_be_ended_that_has_rendered_a_chart() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Waiting.class.getName(),
                        folder.resolve("shop").toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("rendered");
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
    }
}
