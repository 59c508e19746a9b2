package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.config.ConfigMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs programs as an IDE or Gradle does: a Java process with a class path and a main class. */
class MainTest {

    @TempDir
    Path module;

    /** A program with a {@code main} of its own. */
    static final class Shop implements Blueprint<NoSettings> {

        @Override
        public void define(App app, NoSettings settings) {
            System.out.println("from the program");
            app.stack("shop").add(ConfigMap.of("web", c -> c.text("mood", "calm")));
        }

        public static void main(String[] arguments) {
            Gantry.run(new Shop(), arguments);
        }
    }

    @Test
    void should_run_a_program_by_its_own_main() throws Exception {
        assertThat(run(Shop.class.getName(), "--module", module.toString())).isEqualTo(Main.OK);
        assertThat(module.resolve("target/gantry/yaml/default/shop/26-configmap-web.yaml"))
                .exists();
        assertThat(module.resolve("out.txt")).content().contains("Gantry made 1 resource");
    }

    @Test
    void should_run_a_program_that_is_named() throws Exception {
        assertThat(run(Main.class.getName(), Shop.class.getName(), "--module", module.toString()))
                .isEqualTo(Main.OK);
        assertThat(module.resolve("target/gantry/gantry.json")).exists();
    }

    @Test
    void should_keep_what_a_program_prints_out_of_a_report_for_machines() throws Exception {
        assertThat(run(Shop.class.getName(), "--module", module.toString(), "--report", "json"))
                .isEqualTo(Main.OK);
        assertThat(module.resolve("out.txt")).content().startsWith("[").doesNotContain("from the program");
        assertThat(module.resolve("err.txt")).content().contains("from the program");
    }

    private int run(String... program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(program));
        Files.createDirectories(module);
        return new ProcessBuilder(command)
                .redirectOutput(module.resolve("out.txt").toFile())
                .redirectError(module.resolve("err.txt").toFile())
                .start()
                .waitFor();
    }
}
