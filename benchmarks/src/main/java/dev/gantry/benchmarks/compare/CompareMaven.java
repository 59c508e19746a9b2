package dev.gantry.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Compares two builds of the quickstart in which there is nothing left to compile: {@code process-classes}, which runs its
 * program, and {@code validate}, which is about what Maven needs to start. They take turns.
 *
 * <p>It wants the build's root for its working directory, after {@code mvn package}. Nothing is installed into the user's
 * repository: what was built goes to one of its own, which takes everything else from the user's.
 */
public final class CompareMaven {

    private static final String VERSION = "0.1.0";
    private static final List<String> MODULES = List.of("bundle", "sdk-core", "sdk-testing", "maven-plugin");

    private final Path work;
    private final Path project;
    private final String maven;

    private CompareMaven(Path work, String maven) {
        this.work = work;
        this.project = work.resolve("quickstart");
        this.maven = maven;
    }

    /**
     * Runs the comparison, and prints a table.
     *
     * @param arguments how often each build is measured (11); the Maven to measure ({@code mvn})
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 11;
        String maven = arguments.length > 1 ? arguments[1] : "mvn";
        Path work = Files.createTempDirectory("gantry-compare-maven");
        try {
            new CompareMaven(work, maven).run(rounds);
        } finally {
            JavaProcess.delete(work);
        }
    }

    private void run(int rounds) throws IOException, InterruptedException {
        setUp();
        build("process-classes"); // Not offline: it fills the repository.
        List<Double> generate = new ArrayList<>();
        List<Double> validate = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            double one = build("-o", "process-classes");
            double other = build("-o", "validate");
            if (round > 0) {
                generate.add(one);
                validate.add(other);
            }
        }
        double with = Figures.median(generate);
        double without = Figures.median(validate);
        System.out.printf(Locale.ROOT, "mvn -o -q process-classes: %.0f ms%n", with);
        System.out.printf(Locale.ROOT, "mvn -o -q validate:        %.0f ms%n", without);
        System.out.printf(Locale.ROOT, "ratio: %.2f%n", with / without);
    }

    private double build(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                maven,
                "-q",
                "-B",
                "-s",
                work.resolve("settings.xml").toString(),
                "-Dmaven.repo.local=" + work.resolve("repository")));
        command.addAll(List.of(arguments));
        Path log = work.resolve("log.txt");
        long before = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroy();
            throw new IllegalStateException("Maven failed:\n" + Files.readString(log));
        }
        return (System.nanoTime() - before) / 1e6;
    }

    private void setUp() throws IOException {
        Path from = Path.of("examples/quickstart");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(from.resolve("target")))
                    .toList()) {
                copy(file, project.resolve(from.relativize(file).toString()));
            }
        }
        Files.createDirectories(project.resolve(".mvn")); // Where Maven stops to look upwards.
        for (String module : MODULES) {
            String artifact = "gantry-" + module;
            Path to = work.resolve("repository/dev/gantry").resolve(artifact).resolve(VERSION);
            String file = artifact + "-" + VERSION;
            copy(Path.of(module, "target", file + ".jar"), to.resolve(file + ".jar"));
            copy(Path.of(module, ".flattened-pom.xml"), to.resolve(file + ".pom"));
        }
        String user = System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository");
        Files.writeString(
                work.resolve("settings.xml"), """
                <settings>
                  <mirrors>
                    <mirror>
                      <id>user</id>
                      <mirrorOf>*</mirrorOf>
                      <url>%s</url>
                    </mirror>
                  </mirrors>
                </settings>
                """.formatted(Path.of(user).toUri()));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.write(to, Files.readAllBytes(from));
    }
}
