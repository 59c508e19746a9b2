package dev.gantry.maven;

import dev.gantry.engine.EngineOptions;
import dev.gantry.engine.kubeconfig.AccessOptions;
import java.time.Duration;

/**
 * What a goal asks of a cluster.
 *
 * @param access which cluster
 * @param bundle what is deployed
 * @param timeout how long a stack may take, and how long requests are tried again
 * @param parallel how many requests at once
 * @param requestsPerSecond 0 for any number
 * @param progress how it is told what happens
 * @param batch whether nobody watches
 * @param options how the engine works
 */
record ClusterRequest(
        AccessOptions access,
        BundleRequest bundle,
        Duration timeout,
        int parallel,
        double requestsPerSecond,
        ProgressFormat progress,
        boolean batch,
        EngineOptions options) {}
