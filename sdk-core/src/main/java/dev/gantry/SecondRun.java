package dev.gantry;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleDirectory;
import dev.gantry.extension.ProgramRule;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Runs a program once more in a JVM of its own, with another locale, time zone, date and working directory. Running twice
 * in one JVM would miss the order of {@code Map.of}, a random value in a static field, and today's date.
 */
final class SecondRun {

    private SecondRun() {}

    /** What the second run makes otherwise than the first. */
    static List<Finding> differences(
            Program<?> program, Path module, Arguments arguments, Generation.Outcome first, ClassLoader loader) {
        if (!program.canBeMade()) {
            return List.of(failed("could not be started", program.name() + " has no constructor without parameters"));
        }
        try (TemporaryFolder folder = TemporaryFolder.named("gantry-second-run")) {
            return differences(program, module, arguments, first, loader, folder.path());
        } catch (IOException e) {
            return List.of(failed("could not be started", e.toString()));
        } catch (FindingsException e) {
            return e.findings();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(failed("was interrupted", ""));
        }
    }

    private static List<Finding> differences(
            Program<?> program,
            Path module,
            Arguments arguments,
            Generation.Outcome first,
            ClassLoader loader,
            Path folder)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path log = folder.resolve("log.txt");
        Path options = folder.resolve("options");
        Process process = null;
        try {
            Files.writeString(options, "-cp \"" + classPath(loader).replace("\\", "\\\\") + "\"\n");
            process = new ProcessBuilder(command(program.name(), module, arguments, output, options))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            long limit = arguments.timeLimit.toSeconds()
                            * Math.max(1, first.bundle().environments().size())
                    + 30;
            if (!process.waitFor(limit, TimeUnit.SECONDS)) {
                return List.of(failed("did not end within " + limit + " seconds", ""));
            }
            if (process.exitValue() != Main.OK) {
                return List.of(failed("failed", Files.readString(log, StandardCharsets.UTF_8)));
            }
            Bundle second = BundleDirectory.read(output);
            return SecondResult.differences(first, second, output);
        } finally {
            if (process != null) {
                process.destroyForcibly().onExit().join();
            }
        }
    }

    private static List<String> command(String blueprint, Path module, Arguments arguments, Path output, Path options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=" + zoneOfAnotherDate()));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "@" + options, Main.class.getName()));
        command.addAll(List.of(
                "generate", blueprint, "--module", module.toAbsolutePath().toString()));
        command.addAll(List.of("--settings", arguments.settings, "--output", output.toString()));
        command.addAll(
                List.of("--layout", arguments.layout.name(), "--time-limit", "" + arguments.timeLimit.toSeconds()));
        command.addAll(List.of("--kubernetes-version", arguments.kubernetesVersion.toString()));
        arguments.sourceRoots.forEach(root -> command.addAll(List.of("--source-root", root.toString())));
        arguments.environments.forEach(environment -> command.addAll(List.of("--environment", environment)));
        arguments.overrides().forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        return command;
    }

    /** Two zones 26 hours apart: in one of them it is always another day than here. */
    private static String zoneOfAnotherDate() {
        String east = "Etc/GMT-14";
        return LocalDate.now(ZoneId.of(east)).equals(LocalDate.now(ZoneId.systemDefault())) ? "Etc/GMT+12" : east;
    }

    private static String classPath(ClassLoader loader) {
        return ClassPath.of(loader).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Finding failed(String what, String details) {
        String shown = details.isBlank() ? "" : ": " + details.strip();
        return Finding.of(ProgramRule.SECOND_RUN, "The second run, in a JVM of its own, " + what + shown)
                .hint("Something in the program depends on the machine, the locale or the time.");
    }
}
