package dev.gantry.maven;

import dev.gantry.engine.EngineOptions;
import dev.gantry.engine.kubeconfig.AccessOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a goal asks of a cluster.
 *
 * @param access which cluster
 * @param bundle a bundle that was made before; {@code null} to run the program
 * @param environment the one that is deployed; {@code null} for the only one
 * @param stacks all, if empty
 * @param namespace of what states none; {@code null} for that of the context
 * @param timeout how long a stack may take, and how long requests are tried again
 * @param parallel how many requests at once
 * @param requestsPerSecond 0 for any number
 * @param progress how it is told what happens
 * @param batch whether nobody watches
 * @param options how the engine works
 */
record ClusterRequest(
        AccessOptions access,
        @Nullable Path bundle,
        @Nullable String environment,
        List<String> stacks,
        @Nullable String namespace,
        Duration timeout,
        int parallel,
        double requestsPerSecond,
        ProgressFormat progress,
        boolean batch,
        EngineOptions options) {

    /** Whether stacks are named so well that no program is needed to find their records. */
    boolean namesStacks() {
        return bundle == null && namespace != null && !stacks.isEmpty();
    }
}
