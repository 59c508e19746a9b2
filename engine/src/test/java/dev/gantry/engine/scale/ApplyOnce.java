package dev.gantry.engine.scale;

import dev.gantry.engine.Engine;
import dev.gantry.engine.EngineOptions;
import dev.gantry.engine.Outcome;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ClusterAccess;
import dev.gantry.engine.cluster.Pace;
import dev.gantry.engine.cluster.Patience;
import dev.gantry.engine.cluster.PatientCluster;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.desired.BundleReleases;
import dev.gantry.engine.kubeconfig.AccessOptions;
import dev.gantry.engine.progress.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Applies a bundle in a process of its own: {@code ApplyOnce KUBECONFIG BUNDLE}. */
final class ApplyOnce {

    private ApplyOnce() {}

    public static void main(String[] arguments) {
        Time time = Time.system();
        AccessOptions access = new AccessOptions(Path.of(arguments[0]), null, List.of(), null);
        Patience patience = Patience.until(time.now().plus(Duration.ofMinutes(20)), time, (action, why, after) -> {});
        try (Cluster cluster = new PatientCluster(
                ClusterAccess.find(access).open(Pace.of(time, 8, 0), ClusterAccess.REQUEST_LIMIT, time), patience)) {
            EngineOptions options =
                    EngineOptions.of(o -> o.waits(false).tool("gantry/0.1.0").holder("scale"));
            Outcome outcome = new Engine(cluster, options, Progress.silent(), time)
                    .apply(BundleReleases.in(Path.of(arguments[1])).releases(null));
            if (!outcome.succeeded()) {
                throw new IllegalStateException(outcome.findings().toString());
            }
        }
        System.exit(0);
    }
}
