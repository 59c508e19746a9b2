package dev.gantry.kustomizeinput;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A program that builds kustomizations.
 *
 * @param command what comes before the folder
 */
record KustomizeProgram(List<String> command) {

    private static final long MOST_SECONDS = 120;
    private static final Pattern PREFIX =
            Pattern.compile("^[IWEF][0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]+ +[0-9]+ [^ \\]]+\\] ");
    private static final Pattern LOGGED = Pattern.compile(PREFIX.pattern() + "\"command failed\" err=\"(.*)\"");

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
            if (process.exitValue() == 0) {
                return manifests(Files.readAllBytes(out));
            }
            String said = words(new String(Files.readAllBytes(errors), StandardCharsets.UTF_8));
            return new Result(false, said.isEmpty() ? "it says nothing" : said);
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

    private static Result manifests(byte[] printed) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(printed))
                    .toString();
            return new Result(true, text);
        } catch (CharacterCodingException e) {
            return new Result(false, "what it prints is not UTF-8");
        }
    }

    /** What it says, without the time and the number of the process, which {@code kubectl} puts before it. */
    private static String words(String errors) {
        return errors.lines()
                .map(line -> {
                    Matcher logged = LOGGED.matcher(line);
                    return logged.matches() ? logged.group(1).replace("\\\"", "\"") : line;
                })
                .map(line -> PREFIX.matcher(line).replaceFirst(""))
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
