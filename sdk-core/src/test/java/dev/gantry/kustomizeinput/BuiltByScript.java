package dev.gantry.kustomizeinput;

import dev.gantry.raw.RawObjects;
import java.nio.file.Path;
import java.util.List;

/** Kustomizations where no real Kustomize is asked. */
public final class BuiltByScript {

    private BuiltByScript() {}

    /** Where there is no program that builds them. */
    public static RawObjects nobody(String folder) {
        return Kustomization.directory(folder, options -> {}, null);
    }

    /** With a script that plays Kustomize. */
    public static RawObjects directory(String folder, Path script) {
        boolean executable = script.toFile().setExecutable(true);
        return Kustomization.directory(
                folder, options -> {}, executable ? new KustomizeProgram(List.of(script.toString(), "build")) : null);
    }
}
