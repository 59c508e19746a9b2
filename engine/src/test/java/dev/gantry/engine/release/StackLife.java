package dev.gantry.engine.release;

import static dev.gantry.engine.release.Releases.FACTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.plan.Step;
import dev.gantry.engine.release.history.Contents;
import dev.gantry.engine.release.history.History;
import dev.gantry.engine.release.history.Revision;
import dev.gantry.engine.release.lock.Lock;
import dev.gantry.engine.release.lock.LockTiming;
import dev.gantry.engine.release.lock.Locks;
import dev.gantry.engine.release.prune.Collateral;
import dev.gantry.engine.release.prune.Deletions;
import dev.gantry.engine.release.prune.Desired;
import dev.gantry.engine.release.prune.Members;
import dev.gantry.engine.release.prune.PruneOptions;
import dev.gantry.engine.release.prune.PruneWatcher;
import dev.gantry.engine.release.prune.RemovalWaves;
import dev.gantry.engine.release.prune.Removals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the engine does with a release, but for planning and waiting. */
final class StackLife {

    private static final LockTiming QUICK = new LockTiming(Duration.ofSeconds(3), Duration.ofMillis(500));

    private final Cluster cluster;
    private final StackHome home;
    private final History history;
    private final Time time = Time.system();
    private final List<String> told = new ArrayList<>();

    StackLife(Cluster cluster, StackHome home) {
        this.cluster = cluster;
        this.home = home;
        this.history = new History(cluster, home, time);
    }

    /** What was told of the deleting since the last time. */
    List<String> told() {
        List<String> all = List.copyOf(told);
        told.clear();
        return all;
    }

    /** Applies, prunes and records it; a release of nothing destroys the stack. */
    void of(Release release) throws InterruptedException {
        Locks locks = new Locks(cluster, time, QUICK, (holder, left) -> {});
        try (Lock lock = locks.take(home, "ada", Duration.ZERO)) {
            Inventory inventory = Inventory.read(cluster, home);
            assertThat(inventory.findings(release, false, true)).isEmpty();
            List<IndexEntry> previous = previous();
            inventory.widen(release, FACTS);
            Revision revision = history.begin(release, Contents.of(release), FACTS, null);
            release.objects().forEach(this::apply);
            GeneratedSecrets secrets = new GeneratedSecrets(cluster, home);
            release.stack().generatedSecrets().forEach(secrets::write);

            Deletions.Result result = prune(release, inventory, previous, lock);
            history.finish(revision, Revision.State.SUCCEEDED, "");
            inventory.narrow(release, result.left(), revision.number(), FACTS);
            history.trim(10);
            if (home.ids(release).isEmpty()) {
                history.remove();
                inventory.remove();
            }
        }
    }

    private List<IndexEntry> previous() {
        return history.lastGood()
                .map(revision -> history.read(revision.number()).objects().stream()
                        .map(DesiredObject::entry)
                        .toList())
                .orElse(List.of());
    }

    private void apply(DesiredObject object) {
        ResourceId id = object.id();
        ObjectRef ref = new ObjectRef(
                cluster.discovery().resource(id.apiVersion(), id.kind()).orElseThrow(), id.namespace(), id.name());
        cluster.write(Write.apply(ref, home.member(object.tree()), FieldManager.PROGRAM));
    }

    private Deletions.Result prune(Release release, Inventory inventory, List<IndexEntry> previous, Lock lock)
            throws InterruptedException {
        Members members = Members.list(cluster, home, inventory.extent(), Runnable::run);
        assertThat(members.findings()).isEmpty();
        Collateral collateral = new Collateral(cluster, home, PruneOptions.CAREFUL);
        Desired desired = new Desired(home, release, Map.of(), Set.of());
        Removals.Decided decided = Removals.of(home, members.members(), desired, collateral);
        assertThat(decided.findings()).isEmpty();
        Deletions deletions = new Deletions(cluster, home, time, collateral, lock::check, watcher());
        Deletions.Result result =
                deletions.run(RemovalWaves.of(home, decided.steps(), previous), Duration.ofSeconds(30));
        assertThat(result.findings()).isEmpty();
        deletions.release(decided.steps().stream()
                .filter(Step.Keep.class::isInstance)
                .map(Step.Keep.class::cast)
                .toList());
        return result;
    }

    private PruneWatcher watcher() {
        return new PruneWatcher() {
            @Override
            public void pruned(ResourceId id) {
                told.add("pruned " + id);
            }

            @Override
            public void kept(ResourceId id, String why) {
                told.add("kept " + id + ": " + why);
            }

            @Override
            public void waiting(List<Leaving> objects) {}
        };
    }
}
