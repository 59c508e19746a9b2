package dev.gantry.engine;

import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.drift.StackStatus;
import dev.gantry.engine.plan.Plan;
import dev.gantry.engine.problem.FailureFindings;
import dev.gantry.engine.progress.Event;
import dev.gantry.engine.progress.Progress;
import dev.gantry.engine.release.DeployedStack;
import dev.gantry.engine.release.Inventory;
import dev.gantry.engine.release.ReleaseRule;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.history.History;
import dev.gantry.engine.release.history.Revision;
import dev.gantry.engine.release.lock.Locks;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings releases to a cluster. Everything that is said of it is in the plan, in the outcome, or told to a {@link Progress}; what a
 * user can do something about is a finding. An engine is for one run at a time; only {@link #stop()} may be called beside it.
 */
public final class Engine {

    /** How often a plan is made anew because another run was quicker. */
    private static final int PLANS = 3;

    private final Session session;

    /** An engine for this cluster. */
    public Engine(Cluster cluster, EngineOptions options, Progress progress, Time time) {
        this.session = new Session(cluster, options, progress, time, new Stop());
    }

    /**
     * What applying these releases would do. Writes nothing.
     *
     * @param releases the stacks of one environment; all, unless the options are for some of them
     * @throws FindingsException if the cluster does not answer, or the records of a stack are not ours
     */
    public Plan plan(List<Release> releases) {
        return program(releases).plan();
    }

    /**
     * Applies these releases: plans all of them, and if nothing stands against it, deploys one after the other. A stack that fails
     * keeps those after it from being begun.
     *
     * @param releases the stacks of one environment
     * @throws FindingsException if the cluster does not answer, or the records of a stack are not ours; nothing was written then
     */
    public Outcome apply(List<Release> releases) {
        Planner.Planned planned = program(releases);
        session.progress().on(new Event.Planned(planned.plan()));
        return deploy(planned, null);
    }

    /**
     * Applies an earlier revision again, as a new one.
     *
     * @param number of the revision; {@code null} for the last good one before the current
     * @throws FindingsException if there is none, or it is damaged or was recorded without its contents
     */
    public Outcome rollback(StackHome home, @Nullable Integer number) {
        return asked(() -> {
            Earlier earlier = earlier(home, number);
            Planner.Planned planned = planned(List.of(earlier.release()));
            session.progress().on(new Event.Planned(planned.plan()));
            return deploy(planned, earlier.number());
        });
    }

    /**
     * What {@link #rollback} would do. Writes nothing.
     *
     * @throws FindingsException as there
     */
    public Plan planRollback(StackHome home, @Nullable Integer number) {
        return asked(() -> planned(List.of(earlier(home, number).release())).plan());
    }

    /** An earlier revision, and its number. */
    private record Earlier(int number, Release release) {}

    private Earlier earlier(StackHome home, @Nullable Integer number) {
        History history = session.history(home);
        int chosen =
                number != null ? number : Rollbacks.previous(home, history, Inventory.read(session.cluster(), home));
        return new Earlier(chosen, history.read(chosen));
    }

    /**
     * What deleting these stacks would do. Writes nothing.
     *
     * @throws FindingsException if the cluster does not answer, or the records of a stack are not ours
     */
    public Plan planDestroy(List<StackHome> homes) {
        return asked(() -> new Destruction(session).plan(homes).plan());
    }

    /**
     * Deletes these stacks with all that is theirs, except for what is kept: as {@link #apply} with nothing in them, and the records
     * of a stack go when nothing is left of it.
     *
     * @throws FindingsException if the cluster does not answer, or the records of a stack are not ours
     */
    public Outcome destroy(List<StackHome> homes) {
        return asked(() -> new Destruction(session).run(homes));
    }

    /** What is known of the revisions of a stack, the newest first; empty if it was never deployed, or destroyed. */
    public List<Revision> history(StackHome home) {
        return asked(() -> {
            boolean locked =
                    Locks.holder(session.cluster(), session.time(), home).isPresent();
            return session.history(home).list(locked);
        });
    }

    /** How these stacks are: what was applied, what is there, and what the program says. */
    public List<StackStatus> status(List<Release> releases) {
        return asked(() -> {
            Inspection inspection = new Inspection(session);
            return releases.stream()
                    .map(release -> inspection.of(home(release), release))
                    .toList();
        });
    }

    /** Where the records of a release are. */
    public StackHome home(Release release) {
        return StackHome.of(release, session.namespace());
    }

    /** Where the records of a stack are of which only the name is known. */
    public StackHome home(String stack) {
        return new StackHome(stack, session.namespace());
    }

    /** Stops the run as soon as the request that is under way is answered. May be called from another thread. */
    public void stop() {
        session.stop().request();
    }

    /** The plan, with what is worth knowing of the program as a whole. */
    private Planner.Planned program(List<Release> releases) {
        Planner.Planned planned = planned(releases);
        Plan plan = planned.plan();
        List<Finding> findings = new ArrayList<>(plan.findings());
        findings.addAll(Selections.unused(session.options(), plan));
        if (!session.options().isPartial() && !releases.isEmpty()) {
            Release one = releases.get(0);
            List<StackHome> homes = releases.stream().map(this::home).toList();
            findings.addAll(
                    asked(() -> DeployedStack.left(session.cluster(), homes, one.blueprint(), one.environment())));
        }
        return new Planner.Planned(new Plan(plan.connection(), plan.stacks(), findings), planned.stacks());
    }

    private Planner.Planned planned(List<Release> releases) {
        return asked(() -> new Planner(session).plan(releases));
    }

    private Outcome deploy(Planner.Planned planned, @Nullable Integer restores) {
        if (planned.plan().failed()) {
            return Outcome.notBegun(planned.plan());
        }
        List<Release> program = new ArrayList<>(session.options().program());
        planned.stacks().forEach(work -> program.add(work.release()));
        EngineOptions among = session.options().with(o -> o.program(program));
        List<StackOutcome> outcomes = new ArrayList<>();
        for (StackWork work : planned.stacks()) {
            StackOutcome outcome = deploy(work, restores, among);
            outcomes.add(outcome);
            outcome.findings().forEach(finding -> session.progress().on(new Event.Found(finding)));
            session.progress().on(new Event.Finished(outcome.stack(), outcome.revision(), outcome.result()));
            if (!outcome.succeeded()) {
                break;
            }
        }
        return new Outcome(planned.plan(), outcomes);
    }

    /**
     * Deploys one stack.
     *
     * @param among options that know the other stacks of the run, for plans of this one alone
     */
    private StackOutcome deploy(StackWork planned, @Nullable Integer restores, EngineOptions among) {
        StackWork work = planned;
        String stack = work.home().stack();
        StackRun run = new StackRun(session, work, restores);
        try {
            for (int plans = 1; ; plans++) {
                try {
                    StackOutcome outcome = run.run();
                    boolean back = run.hasFailedToDeploy() && session.options().isAtomic() && restores == null;
                    return back ? new Rollbacks(session.with(among)).after(work, outcome) : outcome;
                } catch (StackRun.Outdated e) {
                    List<Release> alone = List.of(work.release());
                    Planner.Planned again = asked(() -> new Planner(session.with(among)).plan(alone));
                    session.progress().on(new Event.Planned(again.plan()));
                    if (again.plan().failed() || plans == PLANS) {
                        List<Finding> reasons = new ArrayList<>(again.plan().findings());
                        if (!again.plan().failed()) {
                            reasons.add(busy(stack));
                        }
                        return new StackOutcome(stack, run.begun(), Event.Result.FAILED, reasons);
                    }
                    work = again.stacks().get(0);
                    run = new StackRun(session, work, restores);
                }
            }
        } catch (FindingsException e) {
            return new StackOutcome(stack, run.begun(), Event.Result.FAILED, e.findings());
        } catch (ApiFailure e) {
            return new StackOutcome(stack, run.begun(), Event.Result.FAILED, FailureFindings.of(e));
        } catch (Stop.Stopped e) {
            return interrupted(stack, run.begun());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return interrupted(stack, run.begun());
        }
    }

    private static Finding busy(String stack) {
        return Finding.of(ReleaseRule.CONCURRENT_CHANGE, "Other runs kept changing stack " + stack + " meanwhile.")
                .in(null, stack)
                .hint("See gantry:history for who does, and apply again.");
    }

    static StackOutcome interrupted(String stack, int revision) {
        return new StackOutcome(
                stack,
                revision,
                Event.Result.INTERRUPTED,
                List.of(Finding.of(ApplyRule.INTERRUPTED, "The run was stopped while it worked on stack " + stack + ".")
                        .in(null, stack)
                        .hint("Apply again: it goes on from what is there, and nothing is lost.")));
    }

    /** Something that asks the cluster, whose refusal is a finding. */
    private interface Question<T> {
        T ask();
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (ApiFailure e) {
            throw new FindingsException(FailureFindings.of(e));
        }
    }
}
