package dev.gantry.kustomizeinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.Run;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import dev.gantry.raw.MadeObject;
import dev.gantry.raw.YamlDocuments;
import dev.gantry.tool.ToolAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kustomization on its way to be resources. */
final class KustomizationBuild {

    private final Path folder;
    private final Run run;
    private final @Nullable KustomizeProgram program;
    private final @Nullable Origin origin;

    KustomizationBuild(Path folder, Run run, @Nullable KustomizeProgram program, @Nullable Origin origin) {
        this.folder = folder;
        this.run = run;
        this.program = program;
        this.origin = origin;
    }

    /**
     * The objects that it builds.
     *
     * @throws FindingsException if it cannot be built
     */
    List<MadeObject> objects() {
        String digest = new KustomizationFiles(run).digest(folder);
        String key = "kustomize-" + digest.substring(digest.indexOf(':') + 1);
        ToolAnswer answer = run.basis().tools().onceMade(key, !run.isExperiment(), this::build);
        if (!answer.findings().isEmpty()) {
            throw new FindingsException(answer.findings());
        }
        String name = run.nameOf(folder) + "/kustomization.yaml";
        Origin line = origin == null ? null : origin.via(Origin.file(name, 0, 0));
        List<MadeObject> objects = new ArrayList<>();
        for (JsonNode document : YamlDocuments.read(name, answer.result("manifests"))) {
            if (document instanceof ObjectNode tree) {
                objects.add(new MadeObject("kustomization.yaml", tree, line, List.of()));
            }
        }
        return objects;
    }

    private ToolAnswer build() {
        if (program == null) {
            return ToolAnswer.of(List.of(Finding.of(
                            KustomizationRule.NOBODY_BUILDS,
                            "Nothing here can build the kustomization " + run.nameOf(folder)
                                    + ": there is neither kustomize nor kubectl on the PATH.")
                    .hint("Install one of them, or run the program first where one is: what was built is kept in"
                            + " target/gantry-rendered.")));
        }
        try {
            KustomizeProgram.Result result = program.build(run.resolve(folder));
            return result.isBuilt()
                    ? ToolAnswer.done().with("manifests", result.text())
                    : ToolAnswer.of(List.of(failed(program.name() + " cannot build the kustomization "
                            + run.nameOf(folder) + ": " + result.text())));
        } catch (IOException e) {
            return ToolAnswer.of(List.of(failed(program.name() + " cannot be run: " + e.getMessage())));
        }
    }

    private Finding failed(String message) {
        String shown = message.replace(run.basis().directory().toAbsolutePath() + "/", "");
        return Finding.of(KustomizationRule.NOT_BUILT, shown.endsWith(".") ? shown : shown + ".")
                .hint("Build it by hand until it succeeds, with kubectl kustomize " + run.nameOf(folder) + ".");
    }
}
