package dev.gantry.kustomizeinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.Run;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import dev.gantry.raw.MadeObject;
import dev.gantry.raw.RawRule;
import dev.gantry.raw.YamlDocuments;
import dev.gantry.tool.ToolAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kustomization on its way to be resources. */
final class KustomizationBuild {

    private static final int LONGEST = 60;

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
        if (answer.findings().stream().anyMatch(Finding::isError)) {
            throw new FindingsException(answer.findings());
        }
        run.report(answer.findings().stream().map(finding -> finding.at(origin)).toList());
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
                    ? checked(program, result.text())
                    : ToolAnswer.of(List.of(failed(
                            program,
                            program.name() + " cannot build the kustomization " + run.nameOf(folder) + ": "
                                    + result.text())));
        } catch (IOException e) {
            return ToolAnswer.of(List.of(failed(program, program.name() + " cannot be run: " + e.getMessage())));
        }
    }

    /** What a program has printed, where it is manifests: nothing else is kept. */
    private ToolAnswer checked(KustomizeProgram by, String text) {
        String begin = by.name() + " of the kustomization " + run.nameOf(folder) + " prints ";
        List<JsonNode> documents;
        try {
            documents = YamlDocuments.read("the output", text).stream()
                    .filter(document -> !document.isNull())
                    .toList();
        } catch (FindingsException e) {
            Finding first = e.findings().get(0);
            Origin place = first.origin();
            String line = place == null ? "" : ", in line " + place.line();
            return ToolAnswer.of(
                    List.of(failed(by, begin + "what cannot be read as manifests" + line + ": " + first.message())));
        }
        for (JsonNode document : documents) {
            if (text(document, "apiVersion").isEmpty() || text(document, "kind").isEmpty()) {
                return ToolAnswer.of(List.of(
                        failed(by, begin + "what is no manifest with apiVersion and kind: " + shown(document))));
            }
        }
        if (documents.isEmpty()) {
            return ToolAnswer.of(List.of(
                    Finding.of(RawRule.EMPTY, begin + "no objects.").hint("Name resources in it, or leave it out.")));
        }
        return ToolAnswer.done().with("manifests", text);
    }

    private static String text(JsonNode document, String field) {
        return document.path(field).asText("");
    }

    private static String shown(JsonNode document) {
        String text = document.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private Finding failed(KustomizeProgram by, String message) {
        String shown = message.replace(run.basis().directory().toAbsolutePath() + "/", "");
        return Finding.of(KustomizationRule.NOT_BUILT, shown.endsWith(".") ? shown : shown + ".")
                .hint("Build it by hand until it succeeds, with " + by.name() + " " + run.nameOf(folder) + ".");
    }
}
