package dev.gantry.findings;

import dev.gantry.TestRun;
import dev.gantry.finding.Finding;
import dev.gantry.kustomizeinput.BuiltByScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the rules for kustomizations that are taken in are for. */
final class KustomizationExamples {

    private KustomizationExamples() {}

    @Example(
            value = "GTY-KUS-101",
            why =
                    "There is no Kustomize for the JVM. `kustomize` or `kubectl` has to be on the PATH, or else what was built before has to be"
                            + " in `target`.")
    static List<Finding> nobody(Path folder) throws IOException {
        write(folder, "deploy/production/kustomization.yaml", "resources: [web.yaml]\n");
        return TestRun.in(folder, "staging", app -> app.stack("shop").addAll(BuiltByScript.nobody("deploy/production")))
                .findings();
    }

    @Example(value = "GTY-KUS-102", why = "In the words of the program that builds it.")
    static List<Finding> failing(Path folder) throws IOException {
        write(folder, "deploy/production/kustomization.yaml", "resources: [web.yaml]\n");
        Path program = write(folder, "bin/kustomize", "#!/bin/sh\necho \"web.yaml: no such file\" >&2\nexit 1\n");
        return TestRun.in(
                        folder,
                        "staging",
                        app -> app.stack("shop").addAll(BuiltByScript.directory("deploy/production", program)))
                .findings();
    }

    @Example(value = "GTY-KUS-103", why = "A kustomization is a folder with a `kustomization.yaml`.")
    static List<Finding> none(Path folder) throws IOException {
        write(folder, "deploy/notes.txt", "hello");
        return TestRun.in(folder, "staging", app -> app.stack("shop").addAll(BuiltByScript.nobody("deploy")))
                .findings();
    }

    @Example(
            value = "GTY-KUS-104",
            why = "What a server publishes today is no part of the program. Copies are, and so is what is locked.")
    static List<Finding> remote(Path folder) throws IOException {
        write(folder, "deploy/production/kustomization.yaml", "resources:\n  - https://example.com/install.yaml\n");
        return TestRun.in(folder, "staging", app -> app.stack("shop").addAll(BuiltByScript.nobody("deploy/production")))
                .findings();
    }

    private static Path write(Path folder, String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return file;
    }
}
