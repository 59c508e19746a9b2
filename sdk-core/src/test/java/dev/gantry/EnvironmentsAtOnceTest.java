package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleDirectory;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.config.ConfigMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several environments are under way at once, and nobody sees it. */
class EnvironmentsAtOnceTest {

    private static final List<String> ENVIRONMENTS = List.of("a", "b", "c", "d", "e", "f", "g", "h");

    @TempDir
    Path module;

    /** A program that keeps the app in a field while it runs, as many do. */
    static final class Keeping implements Blueprint<NoSettings> {

        static final AtomicInteger INSIDE = new AtomicInteger();
        static final AtomicInteger MOST = new AtomicInteger();

        private @Nullable App app;

        @Override
        public void define(App given, NoSettings settings) {
            MOST.accumulateAndGet(INSIDE.incrementAndGet(), Math::max);
            app = given;
            for (int i = 0; i < 50; i++) {
                Stack stack = app.stack("stack-" + i);
                String name = "map-" + i;
                stack.add(ConfigMap.of(
                        name,
                        c -> c.text("environment", app.environment())
                                .rawTree(tree -> tree.withObject("/data").put("edited", app.environment()))));
                Thread.onSpinWait();
            }
            INSIDE.decrementAndGet();
        }
    }

    @Test
    void should_run_the_authors_code_of_one_environment_at_a_time() throws IOException {
        for (String environment : ENVIRONMENTS) {
            Path settings = Files.createDirectories(module.resolve("src/main/gantry"));
            Files.writeString(settings.resolve(environment + ".yaml"), "{}\n");
        }
        Path output = module.resolve("target/gantry");
        StringBuilder report = new StringBuilder();
        int result = new Execution(
                        new Keeping(),
                        EnvironmentsAtOnceTest.class.getClassLoader(),
                        report::append,
                        summary -> {},
                        null)
                .run("generate", "--module", module.toString(), "--output", output.toString());

        assertThat(report).isEmpty();
        assertThat(result).isEqualTo(Main.OK);
        Bundle bundle = BundleDirectory.read(output);
        assertThat(bundle.environments()).extracting(BundleEnvironment::name).isEqualTo(ENVIRONMENTS);
        assertThat(Keeping.MOST).hasValue(1);
        for (String environment : ENVIRONMENTS) {
            for (int i = 0; i < 50; i++) {
                String file = "yaml/" + environment + "/stack-" + i + "/26-configmap-map-" + i + ".yaml";
                assertThat(output.resolve(file))
                        .content()
                        .contains("environment: " + environment + "\n", "edited: " + environment + "\n");
            }
        }
    }

    @Test
    void should_do_things_at_once_and_answer_in_their_order() {
        int processors = Runtime.getRuntime().availableProcessors();
        CountDownLatch together = new CountDownLatch(Math.min(processors, 2));
        List<Callable<Integer>> things = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            int answer = i;
            things.add(() -> {
                together.countDown();
                together.await();
                return answer;
            });
        }
        assertThat(SideBySide.all(things)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(SideBySide.all(List.<Callable<String>>of())).isEmpty();
    }

    @Test
    void should_throw_what_one_of_them_throws() {
        assertThatThrownBy(() -> SideBySide.all(List.<Callable<String>>of(() -> "fine", () -> {
                    throw new IllegalArgumentException("not so");
                })))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not so");
    }

    @Test
    void should_give_a_turn_back_once() {
        Turns turns = new Turns();
        Turns.Turn first = turns.next();
        first.take();
        first.take();
        first.close();
        first.close();
        try (Turns.Turn second = turns.next()) {
            second.take();
        }
        first.take();
        first.close();
    }
}
