package dev.gantry.engine.release.prune;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Deletion;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.plan.Step;
import dev.gantry.engine.release.ApplySet;
import dev.gantry.engine.release.FieldManager;
import dev.gantry.engine.release.ObjectMeta;
import dev.gantry.engine.release.ReleaseRule;
import dev.gantry.engine.release.RepeatablePatch;
import dev.gantry.engine.release.StackHome;
import dev.gantry.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Deletes what was decided to be deleted, and waits until it is gone. */
public final class Deletions {

    private static final Duration POLL = Duration.ofSeconds(1);

    /** So long a server may say that it does not know a group of which the last definition has just gone. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final StackHome home;
    private final Time time;
    private final Collateral collateral;
    private final Runnable check;
    private final PruneWatcher watcher;
    private final List<ResourceId> left = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> gone = new HashSet<>();

    /**
     * The deletions of one run.
     *
     * @param check is run before every write, and throws if the run must stop
     */
    public Deletions(
            Cluster cluster, StackHome home, Time time, Collateral collateral, Runnable check, PruneWatcher watcher) {
        this.cluster = cluster;
        this.home = home;
        this.time = time;
        this.collateral = collateral;
        this.check = check;
        this.watcher = watcher;
    }

    /**
     * What came of it.
     *
     * @param left what is still there, and has to stay in the inventory
     * @param findings what could not be deleted
     */
    public record Result(List<ResourceId> left, List<Finding> findings) {
        /** Copies the lists. */
        public Result {
            left = List.copyOf(left);
            findings = List.copyOf(findings);
        }
    }

    /**
     * Deletes.
     *
     * @param waves those of a wave at once; one must be gone before the next begins, and after a failure none does
     * @param limit how long all of it may take; with zero, it is not waited for
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    public Result run(List<List<Step.Prune>> waves, Duration limit) throws InterruptedException {
        Instant end = time.now().plus(limit);
        for (List<Step.Prune> wave : homeLast(waves)) {
            List<Leaving> leaving = new ArrayList<>();
            for (Step.Prune step : wave) {
                if (!findings.isEmpty()) {
                    left.add(step.id());
                } else {
                    find(step, leaving);
                }
            }
            await(leaving, end, limit.isZero());
        }
        return new Result(left, findings);
    }

    /** Lets objects go out of the stack that stay in the cluster: they lose the label of the set. */
    public void release(List<Step.Keep> kept) {
        for (Step.Keep step : kept) {
            Optional<ObjectRef> ref = step.released() ? ref(step.id()) : Optional.empty();
            if (ref.isPresent()) {
                check.run();
                unlabel(ref.get(), step.uid());
            }
            watcher.kept(step.id(), step.why());
        }
    }

    /** With its namespace the lock goes, too, so nothing can be deleted after that. */
    private List<List<Step.Prune>> homeLast(List<List<Step.Prune>> waves) {
        List<List<Step.Prune>> sorted = new ArrayList<>();
        List<Step.Prune> last = new ArrayList<>();
        for (List<Step.Prune> wave : waves) {
            List<Step.Prune> rest = new ArrayList<>();
            for (Step.Prune step : wave) {
                boolean isHome =
                        step.id().kind().equals("Namespace") && step.id().name().equals(home.namespace());
                (isHome ? last : rest).add(step);
            }
            sorted.add(rest);
        }
        sorted.add(last);
        return sorted;
    }

    private record Leaving(Step.Prune step, ObjectRef ref) {}

    private void find(Step.Prune step, List<Leaving> leaving) throws InterruptedException {
        Optional<ObjectRef> ref = ref(step.id());
        if (ref.isPresent()) {
            delete(step, ref.get(), leaving);
        } else if (cluster.discovery().unavailableGroups().contains(step.id().group())) {
            fail(step.id(), "its API group does not answer", "Apply again when it does.");
        } else {
            done(step);
        }
    }

    /** Much may have happened since the plan: it is deleted only if it is still the stack's, and nobody wants to keep it. */
    private boolean isStillOurs(Step.Prune step, ObjectRef ref) {
        Optional<ObjectMeta> live = live(new Leaving(step, ref));
        if (live.isEmpty()) {
            done(step);
            return false;
        }
        String annotation = KeepAnnotations.of(live.get());
        String why = !home.has(live.get())
                ? "it is no longer part of this stack"
                : annotation != null
                        ? "its annotation " + annotation + " says so"
                        : live.get()
                                .controller()
                                .map(owner -> "it is controlled by " + owner)
                                .orElse(null);
        if (why != null) {
            left.add(step.id());
            watcher.kept(step.id(), why);
        }
        return why == null;
    }

    /** Since the plan was made others may have installed something that would go with it, even of a kind that is new. */
    private boolean isNeeded(Step.Prune step) throws InterruptedException {
        if (!Collateral.isOfOthers(step.id())) {
            return false;
        }
        discoverAgain();
        Optional<String> why = collateral.of(step.id(), gone);
        why.ifPresent(reason -> {
            left.add(step.id());
            watcher.kept(step.id(), reason);
        });
        return why.isPresent();
    }

    private void discoverAgain() throws InterruptedException {
        Instant end = time.now().plus(SETTLED);
        cluster.discoverAgain();
        while (!cluster.discovery().unavailableGroups().isEmpty() && time.now().isBefore(end)) {
            time.sleep(POLL);
            cluster.discoverAgain();
        }
    }

    private void delete(Step.Prune step, ObjectRef ref, List<Leaving> leaving) throws InterruptedException {
        if (!isStillOurs(step, ref) || isNeeded(step)) {
            return;
        }
        check.run();
        try {
            cluster.delete(new Deletion(ref, step.uid(), null, false));
            leaving.add(new Leaving(step, ref));
        } catch (ApiFailure failure) {
            if (failure.status() == 409) {
                // Another object has its name by now. Looking tells.
                leaving.add(new Leaving(step, ref));
            } else {
                fail(
                        step.id(),
                        failure.message(),
                        "Correct that and apply again; it stays part of the stack until then.");
            }
        }
    }

    private void await(List<Leaving> wave, Instant end, boolean once) throws InterruptedException {
        List<Leaving> rest = wave;
        while (!rest.isEmpty()) {
            List<Leaving> still = new ArrayList<>();
            List<PruneWatcher.Leaving> reasons = new ArrayList<>();
            for (Leaving each : rest) {
                Optional<ObjectMeta> live = live(each);
                if (live.isPresent()) {
                    still.add(each);
                    reasons.add(new PruneWatcher.Leaving(each.step().id(), reason(live.get())));
                } else {
                    done(each.step());
                }
            }
            rest = still;
            boolean over = once || !time.now().isBefore(end);
            for (int i = 0; over && i < rest.size(); i++) {
                ResourceId id = rest.get(i).step().id();
                if (once) {
                    left.add(id);
                } else {
                    fail(id, "it is still there: " + reasons.get(i).reason(), "See what keeps it, and apply again.");
                }
            }
            if (over || rest.isEmpty()) {
                return;
            }
            watcher.waiting(reasons);
            time.sleep(POLL);
        }
    }

    private Optional<ObjectMeta> live(Leaving each) {
        return cluster.get(each.ref())
                .map(ObjectMeta::of)
                .filter(meta -> meta.uid().equals(each.step().uid()));
    }

    private static String reason(ObjectMeta live) {
        return live.finalizers().isEmpty()
                ? "the server has not removed it yet"
                : "finalizers " + String.join(", ", live.finalizers());
    }

    private void done(Step.Prune step) {
        gone.add(step.uid());
        watcher.pruned(step.id());
    }

    private void fail(ResourceId id, String why, String hint) {
        left.add(id);
        findings.add(Finding.of(ReleaseRule.NOT_DELETED, id + " could not be deleted: " + why + ".")
                .hint(hint)
                .in(null, home.stack())
                .on(id.toString(), null));
    }

    private void unlabel(ObjectRef ref, String uid) {
        try {
            new RepeatablePatch(uid)
                    .withoutLabel(ApplySet.PART_OF, home.setId())
                    .send(cluster, ref, FieldManager.PROGRAM);
        } catch (ApiFailure failure) {
            // It is gone, or another one, or is not labelled as ours any more: then there is nothing to do.
            if (failure.status() != 404 && failure.status() != 422) {
                throw failure;
            }
        }
    }

    /** Where it is; empty if the server no longer serves its kind. */
    private Optional<ObjectRef> ref(ResourceId id) {
        Optional<ApiResource> resource = cluster.discovery()
                .resource(id.apiVersion(), id.kind())
                .or(() -> cluster.discovery().preferred(id.group(), id.kind()));
        return resource.map(each -> new ObjectRef(each, id.namespace(), id.name()));
    }
}
