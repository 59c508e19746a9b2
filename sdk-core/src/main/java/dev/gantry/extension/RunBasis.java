package dev.gantry.extension;

import java.nio.file.Path;

/**
 * What all runs of one execution have in common.
 *
 * @param directory the module's folder, which relative paths of the program start from
 * @param kubernetesVersion what the manifests are made for, such as {@code 1.34}; empty if that is not known
 * @param tools who is asked for what needs programs of others
 */
public record RunBasis(Path directory, String kubernetesVersion, ToolAccess tools) {

    /** That of a run by itself, in which nothing but the class path is asked. */
    public static RunBasis of(Path directory) {
        return new RunBasis(directory, "", ToolAccess.of(directory, null));
    }
}
