package dev.gantry.engine;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Patience;
import dev.gantry.engine.cluster.PatientCluster;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.order.Wave;
import dev.gantry.engine.plan.Step;
import dev.gantry.engine.problem.FailureFindings;
import dev.gantry.engine.progress.Event;
import dev.gantry.engine.release.Extent;
import dev.gantry.engine.release.Inventory;
import dev.gantry.engine.release.RunFacts;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.history.Contents;
import dev.gantry.engine.release.history.History;
import dev.gantry.engine.release.history.Revision;
import dev.gantry.engine.release.lock.Lock;
import dev.gantry.engine.release.prune.Deletions;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Does what was planned for one stack: takes the lock, writes down what is about to happen, applies, waits, prunes, and writes
 * down how it ended. What was written down lets the next run go on wherever this one ends.
 */
final class StackRun {

    /** How long after the time of a stack its records may still be written. */
    private static final Duration RECORDING = Duration.ofMinutes(1);

    private final Session session;
    private final EngineOptions options;
    private final Time time;
    private final StackWork work;
    private final StackHome home;
    private final RunFacts facts;
    private final @Nullable Integer restores;
    private final List<Finding> findings = new ArrayList<>();
    private Instant deadline;
    private int begun;
    private boolean deployed;

    /** The plan is out of date: another run has applied the stack since it was made. */
    static final class Outdated extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The run of a stack.
     *
     * @param restores the number of the revision that this one goes back to; {@code null} if it does not
     */
    StackRun(Session session, StackWork work, @Nullable Integer restores) {
        this.session = session;
        this.options = session.options();
        this.time = session.time();
        this.work = work;
        this.home = work.home();
        this.facts = new RunFacts(options.tool(), options.by(), options.commit());
        this.restores = restores;
        this.deadline = time.now().plus(options.timeout());
    }

    /**
     * Does it.
     *
     * @throws Outdated if it has to be planned anew; nothing was written
     */
    StackOutcome run() throws Outdated, InterruptedException {
        Contents contents = Contents.of(work.release());
        if (isDone(contents)) {
            findings.addAll(rollout(session.stop()::check).awaitAll());
            return outcome(work.inventory().revision());
        }
        contents.finding(home).ifPresent(findings::add);
        makeHome();
        if (failed()) {
            return outcome(begun);
        }
        try (Lock lock = new StackLocks(session).take(home)) {
            deadline = time.now().plus(options.timeout());
            Cluster records = records();
            History history = session.with(records).history(home);
            Inventory inventory = Inventory.read(records, home);
            if (!history.standing(inventory).equals(work.standing())) {
                throw new Outdated();
            }
            return deploy(lock, inventory, history, contents);
        }
    }

    /** Whether the stack is not as it was to be; a run can fail after that, when it writes down what it did. */
    boolean hasFailedToDeploy() {
        return !deployed && failed();
    }

    /** The number of the revision that was begun; 0 if none was. */
    int begun() {
        return begun;
    }

    /** For records, and for what must be brought to an end once it is begun: with a time of its own after that of the stack. */
    private Cluster records() {
        return patient(deadline.plus(RECORDING), () -> {});
    }

    /** Requests are sent again until a deadline, and only as long as the run may go on. */
    private Cluster patient(Instant until, Runnable goOn) {
        return session.cluster() instanceof PatientCluster patient
                ? patient.with(Patience.until(until, time, (action, why, wait) -> {
                    goOn.run();
                    session.progress().on(new Event.Retrying(action, why, wait));
                }))
                : session.cluster();
    }

    /** Whether the cluster and its records are as they are to be already. */
    private boolean isDone(Contents contents) {
        List<ResourceId> members = new ArrayList<>(home.ids(work.release()));
        members.addAll(work.kept());
        Extent extent = Extent.of(home, members);
        Extent known = work.inventory().extent();
        return restores == null
                && work.plan().isUnchanged()
                && (options.prunes() ? known.equals(extent) : known.covers(extent))
                && session.with(records()).history(home).current(contents).isPresent();
    }

    /** Makes the namespace of lock and records, if it is the stack itself that has it. */
    private void makeHome() throws InterruptedException {
        Optional<DesiredObject> namespace = work.waves().stream()
                .map(Wave::objects)
                .flatMap(List::stream)
                .filter(object -> object.id().kind().equals("Namespace")
                        && object.id().name().equals(home.namespace()))
                .filter(object -> {
                    Prediction.Result forecast = work.forecasts().get(object.id());
                    return forecast != null && forecast.step() instanceof Step.Create;
                })
                .findFirst();
        if (namespace.isPresent()) {
            findings.addAll(rollout(session.stop()::check).first(namespace.get()));
        }
    }

    private StackOutcome deploy(Lock lock, Inventory inventory, History history, Contents contents)
            throws InterruptedException {
        inventory.widen(work.release(), facts);
        Revision revision = history.begin(work.release(), contents, facts, restores);
        begun = revision.number();
        Runnable goOn = () -> {
            session.stop().check();
            lock.check();
        };
        try {
            findings.addAll(rollout(goOn).run());
            if (!failed()) {
                prune(inventory, revision, goOn);
            }
            deployed = !failed();
            history.finish(revision, deployed ? Revision.State.SUCCEEDED : Revision.State.FAILED, reason());
            trim(history);
        } catch (Stop.Stopped | InterruptedException e) {
            history.finish(revision, Revision.State.INTERRUPTED, "stopped before it was done");
            throw e;
        } catch (FindingsException | ApiFailure e) {
            fail(e);
            if (!deployed) {
                tryToFinish(history, revision);
            }
        }
        return outcome(begun);
    }

    /** What is too old can go with the next run as well. */
    private void trim(History history) {
        if (!deployed) {
            return;
        }
        try {
            history.trim(options.historyLimit());
        } catch (ApiFailure e) {
            FailureFindings.of(e)
                    .forEach(finding -> findings.add(
                            finding.weighed(Severity.WARNING, "the stack is deployed; only old revisions are left")));
        }
    }

    private void prune(Inventory inventory, Revision revision, Runnable goOn) throws InterruptedException {
        if (!options.prunes()) {
            // What the program no longer has is still there, and has to be found by a later run.
            inventory.advance(work.release(), revision.number(), facts);
            return;
        }
        Deletions.Result pruned = new Pruning(session.with(patient(deadline, goOn)), home, goOn)
                .run(work.plan().removals(), Pruning.limit(session, deadline));
        findings.addAll(pruned.findings());
        if (!failed()) {
            List<ResourceId> kept = new ArrayList<>(work.kept());
            kept.addAll(pruned.left());
            inventory.narrow(work.release(), kept, revision.number(), facts);
        }
    }

    private Rollout rollout(Runnable goOn) {
        return new Rollout(session.with(patient(deadline, goOn)), records(), work, goOn, deadline);
    }

    /** Without it the record says that the revision is pending, and the next run takes it for interrupted, which it was. */
    private void tryToFinish(History history, Revision revision) {
        try {
            history.finish(revision, Revision.State.FAILED, reason());
        } catch (FindingsException | ApiFailure e) {
            fail(e);
        }
    }

    private void fail(RuntimeException e) {
        if (e instanceof FindingsException found) {
            findings.addAll(found.findings());
        } else if (e instanceof ApiFailure failure) {
            findings.addAll(FailureFindings.of(failure));
        }
    }

    private boolean failed() {
        return findings.stream().anyMatch(Finding::isError);
    }

    private String reason() {
        return findings.stream()
                .filter(Finding::isError)
                .findFirst()
                .map(finding -> finding.code() + " " + finding.message())
                .orElse("");
    }

    private StackOutcome outcome(int revision) {
        Event.Result result = failed() ? Event.Result.FAILED : Event.Result.SUCCEEDED;
        return new StackOutcome(home.stack(), revision, result, findings);
    }
}
