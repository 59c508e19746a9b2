package dev.gantry.extension;

import java.nio.file.Path;
import java.util.List;

/**
 * What all runs of one execution have in common.
 *
 * @param directory the module's folder, which relative paths of the program start from
 * @param kubernetesVersion what the manifests are made for, such as {@code 1.34}; empty if that is not known
 * @param tools who is asked for what needs programs of others
 * @param sourceRoots the folders of the program's source files, absolute or relative to the module's folder
 */
public record RunBasis(Path directory, String kubernetesVersion, ToolAccess tools, List<Path> sourceRoots) {

    private static final List<Path> USUAL_ROOTS = List.of(Path.of("src/main/java"));

    /** Takes the usual folder of source files if none is given. */
    public RunBasis {
        sourceRoots = sourceRoots.isEmpty() ? USUAL_ROOTS : List.copyOf(sourceRoots);
    }

    /** That of a run by itself, in which nothing but the class path is asked. */
    public static RunBasis of(Path directory) {
        return of(directory, "");
    }

    /**
     * That of a run by itself, for a version of Kubernetes.
     *
     * @param kubernetesVersion such as {@code 1.34}; empty if that is not known
     */
    public static RunBasis of(Path directory, String kubernetesVersion) {
        return new RunBasis(directory, kubernetesVersion, ToolAccess.of(directory, null), List.of());
    }
}
