package dev.gantry.engine;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.order.RemovalOrder;
import dev.gantry.engine.plan.Step;
import dev.gantry.engine.progress.Event;
import dev.gantry.engine.progress.Progress;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.prune.ClusterCollateral;
import dev.gantry.engine.release.prune.Deletions;
import dev.gantry.engine.release.prune.PruneWatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Deletes what a program no longer has, and lets go what stays. */
final class Pruning {

    private final Cluster cluster;
    private final Time time;
    private final Progress progress;
    private final StackHome home;
    private final Runnable goOn;
    private final Map<ResourceId, Instant> leavingSince = new HashMap<>();

    Pruning(Cluster cluster, Time time, Progress progress, StackHome home, Runnable goOn) {
        this.cluster = cluster;
        this.time = time;
        this.progress = progress;
        this.home = home;
        this.goOn = goOn;
    }

    /** Puts removals into the order in which they are done. */
    static List<Step> inOrder(List<Step> removals) {
        Map<ResourceId, Step> byId = new HashMap<>();
        List<RemovalOrder.Doomed> doomed = new ArrayList<>();
        List<Step> sorted = new ArrayList<>();
        for (Step step : removals) {
            if (step instanceof Step.Prune) {
                byId.put(step.id(), step);
                doomed.add(RemovalOrder.Doomed.of(step.id()));
            }
        }
        for (List<ResourceId> wave : RemovalOrder.of(doomed)) {
            wave.forEach(id -> sorted.add(byId.get(id)));
        }
        removals.stream().filter(step -> step instanceof Step.Keep).forEach(sorted::add);
        return sorted;
    }

    /** Does what was planned. */
    Deletions.Result run(List<Step> removals, Instant deadline) throws InterruptedException {
        Deletions deletions = new Deletions(cluster, home, time, new ClusterCollateral(cluster, home), goOn, watcher());
        Map<ResourceId, Step.Prune> prunes = new HashMap<>();
        List<RemovalOrder.Doomed> doomed = new ArrayList<>();
        List<Step.Keep> kept = new ArrayList<>();
        for (Step step : removals) {
            if (step instanceof Step.Prune prune) {
                prunes.put(prune.id(), prune);
                doomed.add(RemovalOrder.Doomed.of(prune.id()));
            } else if (step instanceof Step.Keep keep) {
                kept.add(keep);
            }
        }
        deletions.release(kept);
        List<List<Step.Prune>> waves = RemovalOrder.of(doomed).stream()
                .map(wave -> wave.stream().map(prunes::get).toList())
                .toList();
        Duration left = Duration.between(time.now(), deadline);
        return deletions.run(waves, left.isNegative() ? Duration.ZERO : left);
    }

    private PruneWatcher watcher() {
        return new PruneWatcher() {
            @Override
            public void pruned(ResourceId id) {
                progress.on(new Event.Pruned(home.stack(), id));
            }

            @Override
            public void kept(ResourceId id, String why) {
                progress.on(new Event.Kept(home.stack(), id, why));
            }

            @Override
            public void waiting(List<Leaving> objects) {
                progress.on(new Event.Waiting(
                        home.stack(),
                        objects.stream()
                                .map(each -> new Event.Pending(
                                        each.id(),
                                        each.reason(),
                                        leavingSince.computeIfAbsent(each.id(), id -> time.now())))
                                .toList()));
            }
        };
    }
}
