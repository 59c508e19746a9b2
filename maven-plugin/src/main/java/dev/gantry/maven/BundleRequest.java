package dev.gantry.maven;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a goal deploys.
 *
 * @param directory a bundle that was made before; {@code null} to run the program
 * @param environment {@code null} for the only one
 * @param stacks all, if empty
 * @param namespace of what states none; {@code null} for that of the context
 */
record BundleRequest(
        @Nullable Path directory,
        @Nullable String environment,
        List<String> stacks,
        @Nullable String namespace) {

    /** Whether stacks are named so well that no program is needed to find their records. */
    boolean namesStacks() {
        return directory == null && namespace != null && !stacks.isEmpty();
    }
}
