package dev.gantry.bundle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stack: what is deployed, updated and removed together.
 *
 * @param name unique in a program
 * @param namespace where its resources live unless they say otherwise; {@code null} if that is left to each of them
 * @param dependencies the names of the stacks that have to be applied, and ready, before it, in the order of the program
 * @param generatedSecrets random values that are made in the cluster, and are in no output
 */
public record BundleStack(
        String name, @Nullable String namespace, List<String> dependencies, List<GeneratedSecret> generatedSecrets) {

    /** Copies the lists. */
    public BundleStack {
        dependencies = List.copyOf(dependencies);
        generatedSecrets = List.copyOf(generatedSecrets);
    }

    /** A stack that waits for no other. */
    public BundleStack(String name, @Nullable String namespace, List<GeneratedSecret> generatedSecrets) {
        this(name, namespace, List.of(), generatedSecrets);
    }
}
