package dev.gantry.findings;

import dev.gantry.App;
import dev.gantry.OutputRun;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Finding;
import dev.gantry.kustomize.KustomizeEmitter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What the rules for Kustomize are for. */
final class KustomizeExamples {

    private KustomizeExamples() {}

    @Example(
            value = "GTY-KUS-002",
            why =
                    "Some annotations mean something to Kustomize itself. With this one it would leave the object out of what it"
                            + " prints, so no tree can say what the program says.")
    static List<Finding> reserved(Path folder) {
        return kustomize(app -> app.stack("shop")
                .add(ConfigMap.of(
                        "web",
                        c -> c.annotation("config.kubernetes.io/local-config", "true")
                                .text("mood", "calm"))));
    }

    private static List<Finding> kustomize(Consumer<App> program) {
        return new KustomizeEmitter().emit(OutputRun.of(program, "staging")).findings();
    }
}
