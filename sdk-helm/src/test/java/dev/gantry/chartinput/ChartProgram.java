package dev.gantry.chartinput;

import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.Synthesis;
import dev.gantry.TestRun;
import dev.gantry.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A module with a chart, for programs that take it in. */
abstract class ChartProgram {

    static final ChartSource CACHE = ChartSource.directory("charts/cache");
    static final Port PORT = Port.tcp("cache", 6379);

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        CacheChart.in(folder);
    }

    Synthesis run(Consumer<Stack> program) {
        return TestRun.in(folder, "staging", app -> program.accept(app.stack("shop", s -> s.namespace("shop"))));
    }

    Synthesis taken(Consumer<HelmChart.Builder> options) {
        return run(shop -> shop.add(HelmChart.of("pages", CACHE, options)));
    }

    List<String> codes(Consumer<HelmChart.Builder> options) {
        return taken(options).findings().stream().map(Finding::code).toList();
    }
}
