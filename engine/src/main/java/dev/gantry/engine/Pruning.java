package dev.gantry.engine;

import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.plan.Step;
import dev.gantry.engine.progress.Event;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.history.History;
import dev.gantry.engine.release.history.Revision;
import dev.gantry.engine.release.prune.Collateral;
import dev.gantry.engine.release.prune.Deletions;
import dev.gantry.engine.release.prune.PruneWatcher;
import dev.gantry.engine.release.prune.RemovalWaves;
import dev.gantry.finding.FindingsException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deletes what a program no longer has, and lets go what stays. */
final class Pruning {

    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Session session;
    private final StackHome home;
    private final Runnable goOn;
    private final Map<ResourceId, Instant> leavingSince = new HashMap<>();

    Pruning(Session session, StackHome home, Runnable goOn) {
        this.session = session;
        this.home = home;
        this.goOn = goOn;
    }

    /** Puts removals into the order in which they are done. */
    static List<Step> inOrder(StackHome home, List<Step> removals, History history) {
        List<Step> sorted = new ArrayList<>();
        waves(home, removals, history).forEach(sorted::addAll);
        removals.stream().filter(step -> step instanceof Step.Keep).forEach(sorted::add);
        return sorted;
    }

    /**
     * Does what was planned.
     *
     * @param limit how long objects are waited for until they are gone; not at all if it is zero
     */
    Deletions.Result run(List<Step> removals, Duration limit) throws InterruptedException {
        Cluster cluster = session.cluster();
        Collateral collateral = new Collateral(cluster, home, session.options().pruning());
        Deletions deletions = new Deletions(cluster, home, session.watched(), collateral, goOn, watcher());
        List<Step.Keep> kept = new ArrayList<>();
        for (Step step : removals) {
            if (step instanceof Step.Keep keep) {
                kept.add(keep);
            }
        }
        deletions.release(kept);
        return deletions.run(waves(home, removals, session.history(home)), limit);
    }

    /** How long objects may be waited for: until then, and a moment in any case, unless nothing is waited for. */
    static Duration limit(Session session, Instant deadline) {
        if (!session.options().waits()) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(session.time().now(), deadline);
        return left.compareTo(MOMENT) > 0 ? left : MOMENT;
    }

    private static List<List<Step.Prune>> waves(StackHome home, List<Step> removals, History history) {
        boolean any = removals.stream().anyMatch(Step.Prune.class::isInstance);
        return any ? RemovalWaves.of(home, removals, previous(history)) : List.of();
    }

    /** What the last good revision says of its objects; if it cannot be read, their kinds have to do. */
    private static List<IndexEntry> previous(History history) {
        try {
            Optional<Revision> good = history.lastGood();
            return good.isEmpty()
                    ? List.of()
                    : history.read(good.get().number()).objects().stream()
                            .map(DesiredObject::entry)
                            .toList();
        } catch (FindingsException unreadable) {
            return List.of();
        }
    }

    private PruneWatcher watcher() {
        return new PruneWatcher() {
            @Override
            public void pruned(ResourceId id) {
                session.progress().on(new Event.Pruned(home.stack(), id));
            }

            @Override
            public void kept(ResourceId id, String why) {
                session.progress().on(new Event.Kept(home.stack(), id, why));
            }

            @Override
            public void waiting(List<Leaving> objects) {
                session.progress()
                        .on(new Event.Waiting(
                                home.stack(),
                                objects.stream()
                                        .map(each -> new Event.Pending(
                                                each.id(),
                                                each.reason(),
                                                leavingSince.computeIfAbsent(
                                                        each.id(),
                                                        id -> session.time().now())))
                                        .toList()));
            }
        };
    }
}
