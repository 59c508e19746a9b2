package dev.gantry.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/**
 * The module that is built.
 *
 * @param name its artifactId
 * @param packaging such as {@code jar}; a {@code pom} has no program
 * @param directory its folder
 * @param target where its build writes
 * @param classes its compiled classes
 * @param classPath what else its program consists of: folders and jars
 * @param sourceRoots its source folders
 * @param alone whether no other module is built beside it
 */
record MavenModule(
        String name,
        String packaging,
        Path directory,
        Path target,
        Path classes,
        List<Path> classPath,
        List<Path> sourceRoots,
        boolean alone) {

    static MavenModule of(MavenProject project, boolean alone) throws MojoExecutionException {
        Path classes = Path.of(project.getBuild().getOutputDirectory());
        List<Path> classPath = new ArrayList<>();
        try {
            for (String element : project.getRuntimeClasspathElements()) {
                classPath.add(Path.of(element));
            }
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("Maven has not resolved the dependencies of " + project.getId(), e);
        }
        classPath.remove(classes);
        List<Path> sourceRoots = new ArrayList<>();
        for (String root : project.getCompileSourceRoots()) {
            sourceRoots.add(Path.of(root));
        }
        return new MavenModule(
                project.getArtifactId(),
                project.getPackaging(),
                // Without a POM, there is no folder of it.
                project.getBasedir() == null
                        ? Path.of("").toAbsolutePath()
                        : project.getBasedir().toPath(),
                Path.of(project.getBuild().getDirectory()),
                classes,
                List.copyOf(classPath),
                List.copyOf(sourceRoots),
                alone);
    }

    /** Whether there are sources, but nothing that was compiled from them. */
    boolean isUncompiled() throws MojoExecutionException {
        if (holds(classes, file -> file.toString().endsWith(".class"))) {
            return false;
        }
        for (Path root : sourceRoots) {
            if (holds(root, Files::isRegularFile)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Path folder, Predicate<Path> wanted) throws MojoExecutionException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(wanted);
        } catch (IOException e) {
            throw new MojoExecutionException(folder + " cannot be read", e);
        }
    }
}
