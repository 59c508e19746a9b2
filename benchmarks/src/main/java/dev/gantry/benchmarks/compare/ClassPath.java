package dev.gantry.benchmarks.compare;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What each contender has on its class path: a folder with the classes of its own program, as a user's module has it, and
 * of this process's jars those that a project with this contender alone would have.
 */
final class ClassPath {

    private static final List<String> HARNESS =
            List.of("jmh-", "jopt-simple-", "commons-math3-", "gantry-benchmarks-", "error_prone_annotations-");
    private static final List<String> HELM =
            List.of("helm-java-", "lib-api-", "linux-", "darwin-", "windows-", "jna-", "slf4j-simple-");
    /** What makes charts, and what deploys: a project without them does not have it. */
    private static final List<String> CHARTS = List.of("gantry-sdk-helm-", "gantry-sdk-argocd-");

    private static final List<String> GANTRY = List.of("gantry-", "asm-");
    /** What the client's API brings and the SDK does without. */
    private static final List<String> CLIENT = List.of(
            "kubernetes-client-api-",
            "kubernetes-model-admissionregistration-",
            "kubernetes-model-apiextensions-",
            "kubernetes-model-certificates-",
            "kubernetes-model-coordination-",
            "kubernetes-model-discovery-",
            "kubernetes-model-events-",
            "kubernetes-model-extensions-",
            "kubernetes-model-flowcontrol-",
            "kubernetes-model-gatewayapi-",
            "kubernetes-model-metrics-",
            "kubernetes-model-node-",
            "kubernetes-model-resource-",
            "zjsonpatch-");

    private final Path work;

    /** Class paths with folders below this one. */
    ClassPath(Path work) {
        this.work = work;
    }

    String gantry(Path classes) {
        return of("gantry", classes, List.of(HARNESS, HELM, CHARTS, CLIENT));
    }

    String fabric8() {
        return of("fabric8", work.resolve("fabric8/classes"), List.of(HARNESS, HELM, GANTRY));
    }

    String helm() {
        return of("helm", work.resolve("helm/classes"), List.of(HARNESS, GANTRY, CLIENT));
    }

    String empty() {
        return copy("empty", work.resolve("empty/classes")).toString();
    }

    /** Whether Helm's native library is there, which the profile {@code benchmarks-helm} brings. */
    static boolean hasHelm() {
        return jars().stream().anyMatch(jar -> startsWith(jar, List.of("linux-", "darwin-", "windows-")));
    }

    private String of(String program, Path classes, List<List<String>> without) {
        StringBuilder all = new StringBuilder(copy(program, classes).toString());
        for (Path jar : jars()) {
            if (without.stream().noneMatch(names -> startsWith(jar, names))) {
                all.append(File.pathSeparator).append(jar);
            }
        }
        return all.toString();
    }

    private static List<Path> jars() {
        List<Path> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.endsWith(".jar")) {
                jars.add(Path.of(entry).toAbsolutePath());
            }
        }
        return jars;
    }

    private static boolean startsWith(Path jar, List<String> names) {
        return names.stream().anyMatch(jar.getFileName().toString()::startsWith);
    }

    /** The classes of a program's package, alone in a folder. */
    private static Path copy(String program, Path classes) {
        String folder = "dev/gantry/benchmarks/" + program;
        try {
            Path from = Path.of(ClassPath.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolve(folder);
            Path to = Files.createDirectories(classes.resolve(folder));
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.toList()) {
                    Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
                }
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
