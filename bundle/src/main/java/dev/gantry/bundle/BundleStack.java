package dev.gantry.bundle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stack: what is deployed, updated and removed together.
 *
 * @param name unique in a program
 * @param namespace where its resources live unless they say otherwise; {@code null} if that is left to each of them
 * @param generatedSecrets random values that are made in the cluster, and are in no output
 */
public record BundleStack(String name, @Nullable String namespace, List<GeneratedSecret> generatedSecrets) {

    /** Copies the list. */
    public BundleStack {
        generatedSecrets = List.copyOf(generatedSecrets);
    }
}
