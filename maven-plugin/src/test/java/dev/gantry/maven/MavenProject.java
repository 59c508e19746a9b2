package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a project of {@code src/it}, in which real Maven builds run. */
final class MavenProject {

    static final String OLDEST = property("it.maven.oldest");
    static final String NEWEST = property("it.maven.newest");
    static final String GANTRY = property("gantry.version");

    private static final Path WORK = Path.of(property("it.target"), "it-work");

    private final Path directory;
    private final String maven;

    private MavenProject(Path directory, String maven) {
        this.directory = directory;
        this.maven = maven;
    }

    /**
     * Copies a project.
     *
     * @param source its folder in {@code src/it}
     * @param copy what the copy is called
     * @param maven the Maven version that builds it
     */
    static MavenProject of(String source, String copy, String maven) {
        try {
            Path to = WORK.resolve(copy);
            delete(to);
            // Where Maven stops to look upwards for the configuration of a build.
            Files.createDirectories(to.resolve(".mvn"));
            Path from = Path.of("src/it", source);
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.writeString(target, filled(Files.readString(file)));
                }
            }
            return new MavenProject(to, maven);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String path) {
        return directory.resolve(path);
    }

    String text(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of the manifest of a stack's resource; such as {@code configmap-settings} in {@code staging/shop}. */
    String manifest(String module, String stack, String resource) {
        Path folder = file(module).resolve("target/gantry/yaml").resolve(stack);
        try (Stream<Path> files = Files.list(folder)) {
            Path manifest = files.filter(file -> file.toString().endsWith("-" + resource + ".yaml"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String path, String text) {
        try {
            Files.createDirectories(file(path).getParent());
            Files.writeString(file(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Edits a file; fails if there is nothing to replace. */
    void replace(String path, String old, String replacement) {
        String text = text(path);
        assertThat(text).contains(old);
        write(path, text.replace(old, replacement));
    }

    /** Deletes a file or folder. */
    void delete(String path) {
        delete(file(path));
    }

    /** Runs Maven in the project's folder. */
    MavenBuild maven(String... arguments) {
        return mavenIn(directory, arguments);
    }

    /** Runs Maven in another folder. */
    MavenBuild mavenIn(Path folder, String... arguments) {
        return startIn(folder, arguments).end();
    }

    /** Begins to run Maven in the project's folder. */
    RunningBuild start(String... arguments) {
        return startIn(directory, arguments);
    }

    private RunningBuild startIn(Path folder, String... arguments) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path home = Path.of(property("it.target"), "apache-maven-" + maven);
        List<String> command = new ArrayList<>();
        command.add(home.resolve(windows ? "bin/mvn.cmd" : "bin/mvn").toString());
        command.addAll(List.of("-B", "-ntp", "-s", Settings.file().toString()));
        command.add("-Dmaven.repo.local=" + property("it.repository"));
        command.addAll(Arrays.asList(arguments));
        try {
            Path log = Files.createTempFile(Files.createDirectories(WORK), "build", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8");
            builder.environment().put("MAVEN_SKIP_RC", "true");
            builder.environment().remove("MAVEN_ARGS");
            return new RunningBuild(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String filled(String text) {
        return text.replace("@gantry.version@", GANTRY).replace("<!-- pinned -->", PINNED);
    }

    private static void delete(Path path) {
        try {
            if (Files.exists(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("The integration tests are run by Maven, which sets " + name
                    + ": mvn verify -pl maven-plugin -am -Dit.test=...");
        }
        return value;
    }

    /** The plugins of a module's ordinary build, in the versions that this build uses, too. */
    private static final String PINNED = plugin("maven-resources-plugin", "3.3.1")
            + plugin("maven-compiler-plugin", "3.14.1")
            + plugin("maven-surefire-plugin", "3.5.4")
            + plugin("maven-jar-plugin", "3.4.2")
            + plugin("maven-install-plugin", "3.1.4")
            + plugin("maven-clean-plugin", "3.5.0");

    private static String plugin(String artifactId, String version) {
        return "<plugin><artifactId>" + artifactId + "</artifactId><version>" + version + "</version></plugin>\n";
    }
}
