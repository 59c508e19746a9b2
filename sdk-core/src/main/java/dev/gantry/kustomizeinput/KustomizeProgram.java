package dev.gantry.kustomizeinput;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program that builds kustomizations.
 *
 * @param command what comes before the folder
 */
record KustomizeProgram(List<String> command) {

    private static final long MOST_SECONDS = 120;

    /**
     * What a build has come to.
     *
     * @param isBuilt whether it succeeded
     * @param text the manifests, or what the program says
     */
    record Result(boolean isBuilt, String text) {}

    /** {@code kustomize}, or else {@code kubectl}, in the folders of a PATH; {@code null} if there is neither. */
    static @Nullable KustomizeProgram ofPath(@Nullable String path) {
        Path kustomize = find(path, "kustomize");
        if (kustomize != null) {
            return new KustomizeProgram(List.of(kustomize.toString(), "build"));
        }
        Path kubectl = find(path, "kubectl");
        return kubectl == null ? null : new KustomizeProgram(List.of(kubectl.toString(), "kustomize"));
    }

    private static @Nullable Path find(@Nullable String path, String name) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        for (String folder : (path == null ? "" : path).split(File.pathSeparator, -1)) {
            Path file = folder.isEmpty() ? null : program(folder, windows ? name + ".exe" : name);
            if (file != null) {
                return file;
            }
        }
        return null;
    }

    private static @Nullable Path program(String folder, String name) {
        try {
            Path file = Path.of(folder).resolve(name);
            return Files.isRegularFile(file) && Files.isExecutable(file) ? file : null;
        } catch (InvalidPathException e) {
            return null; // what is no path has no programs
        }
    }

    /** Such as {@code kubectl kustomize}. */
    String name() {
        Path file = Path.of(command.get(0)).getFileName();
        return file + " " + command.get(1);
    }

    Result build(Path folder) throws IOException {
        Path out = Files.createTempFile("gantry-kustomize", ".yaml");
        Path errors = Files.createTempFile("gantry-kustomize", ".txt");
        Process process = null;
        try {
            List<String> all = new ArrayList<>(command);
            all.add(folder.toString());
            process = new ProcessBuilder(all)
                    .redirectOutput(out.toFile())
                    .redirectError(errors.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                return new Result(false, "it did not end within " + MOST_SECONDS + " seconds");
            }
            boolean built = process.exitValue() == 0;
            String said = Files.readString(errors).strip();
            return new Result(built, built ? Files.readString(out) : said.isEmpty() ? "it says nothing" : said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(false, "it was interrupted");
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(out);
            Files.deleteIfExists(errors);
        }
    }
}
