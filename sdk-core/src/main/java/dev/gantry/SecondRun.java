package dev.gantry;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleDirectory;
import dev.gantry.extension.ProgramRule;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a program once more in a JVM of its own, with another locale, time zone, date and working directory. Running twice
 * in one JVM would miss the order of {@code Map.of}, a random value in a static field, and today's date.
 */
final class SecondRun {

    private SecondRun() {}

    /** What the second run makes otherwise than the first. */
    static List<Finding> differences(
            String blueprint, Path module, Arguments arguments, Generation.Outcome first, ClassLoader loader) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("gantry-second-run");
            Path output = folder.resolve("output");
            Path log = folder.resolve("log.txt");
            Process process = new ProcessBuilder(command(blueprint, module, arguments, output, loader))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            long limit = arguments.timeLimit.toSeconds()
                            * Math.max(1, first.bundle().environments().size())
                    + 30;
            if (!process.waitFor(limit, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return List.of(failed("did not end within " + limit + " seconds", ""));
            }
            if (process.exitValue() != Main.OK) {
                return List.of(failed("failed", Files.readString(log, StandardCharsets.UTF_8)));
            }
            Bundle second = BundleDirectory.read(output);
            return SecondResult.differences(first, second, output);
        } catch (IOException e) {
            return List.of(failed("could not be started", e.toString()));
        } catch (FindingsException e) {
            return e.findings();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(failed("was interrupted", ""));
        } finally {
            delete(folder);
        }
    }

    private static List<String> command(
            String blueprint, Path module, Arguments arguments, Path output, ClassLoader loader) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=" + zoneOfAnotherDate()));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath(loader), Main.class.getName()));
        command.addAll(List.of(
                "generate", blueprint, "--module", module.toAbsolutePath().toString()));
        command.addAll(List.of("--settings", arguments.settings, "--output", output.toString()));
        command.addAll(
                List.of("--layout", arguments.layout.name(), "--time-limit", "" + arguments.timeLimit.toSeconds()));
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
        if (loader instanceof URLClassLoader urls) {
            List<String> paths = new ArrayList<>();
            for (URL url : urls.getURLs()) {
                paths.add(new File(java.net.URI.create(url.toString())).getPath());
            }
            return String.join(File.pathSeparator, paths);
        }
        List<String> absolute = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            absolute.add(new File(entry).getAbsolutePath());
        }
        return String.join(File.pathSeparator, absolute);
    }

    private static Finding failed(String what, String details) {
        String shown = details.isBlank() ? "" : ": " + details.strip();
        return Finding.of(ProgramRule.SECOND_RUN, "The second run, in a JVM of its own, " + what + shown)
                .hint("Something in the program depends on the machine, the locale or the time.");
    }

    private static void delete(@org.jspecify.annotations.Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // A file that stays in the folder for temporary files harms nobody.
            folder.toFile().deleteOnExit();
        }
    }
}
