package dev.gantry.engine;

import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.problem.FailureFindings;
import dev.gantry.engine.progress.Event;
import dev.gantry.engine.release.Inventory;
import dev.gantry.engine.release.ReleaseRule;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.history.History;
import dev.gantry.engine.release.history.Revision;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings a stack back to what it was. */
final class Rollbacks {

    private final Session session;

    Rollbacks(Session session) {
        this.session = session;
    }

    /** The number of the last good revision before the current one; of the last good one, if the current one is not good. */
    static int previous(StackHome home, History history, Inventory inventory) {
        List<Revision> revisions = history.list();
        boolean currentIsGood = !revisions.isEmpty()
                && revisions.get(0).number() == inventory.revision()
                && revisions.get(0).state() == Revision.State.SUCCEEDED;
        return revisions.stream()
                .filter(revision -> revision.state() == Revision.State.SUCCEEDED && revision.hasContents())
                .filter(revision -> !currentIsGood || revision.number() < inventory.revision())
                .map(Revision::number)
                .findFirst()
                .orElseThrow(() -> new FindingsException(Finding.of(
                                ReleaseRule.UNKNOWN_REVISION,
                                "The stack " + home.stack() + " in namespace " + home.namespace()
                                        + " has no earlier revision that succeeded.")
                        .in(null, home.stack())
                        .hint("See gantry:history for what there is.")));
    }

    /** Says of the revision that failed what became of it. */
    private static void mark(History history, int number) {
        history.list().stream()
                .filter(revision -> revision.number() == number && revision.state() == Revision.State.FAILED)
                .forEach(revision -> history.finish(revision, Revision.State.ROLLED_BACK, revision.message()));
    }

    /** Brings a stack that failed back to its last good revision. */
    StackOutcome after(StackWork failed, StackOutcome outcome) {
        StackHome home = failed.home();
        List<Finding> findings = new ArrayList<>(outcome.findings());
        try {
            History history = session.history(home);
            Optional<Revision> good = history.lastGood();
            if (good.isEmpty()) {
                findings.add(
                        Finding.of(
                                        ApplyRule.NOT_ROLLED_BACK,
                                        "The stack " + home.stack() + " has no good revision to go back to.")
                                .in(null, home.stack())
                                .hint(
                                        "What was applied stays. Mend the program and apply again, or remove it with gantry:destroy."));
                return new StackOutcome(home.stack(), outcome.revision(), Event.Result.FAILED, findings);
            }
            int number = good.get().number();
            Release release = history.read(number);
            Planner.Planned planned = new Planner(session).plan(List.of(release));
            session.progress().on(new Event.Planned(planned.plan()));
            findings.addAll(planned.plan().findings());
            if (!planned.plan().failed()) {
                StackWork work = planned.stacks().get(0);
                StackOutcome back = new StackRun(session, work, number).run();
                findings.addAll(back.findings());
                if (back.succeeded()) {
                    mark(history, outcome.revision());
                    findings.add(Finding.of(
                                    ApplyRule.ROLLED_BACK,
                                    "The stack " + home.stack() + " is as it was in revision " + number + ".")
                            .in(null, home.stack())
                            .hint("Mend what is wrong, and apply again."));
                    return new StackOutcome(home.stack(), back.revision(), Event.Result.ROLLED_BACK, findings);
                }
            }
        } catch (FindingsException e) {
            findings.addAll(e.findings());
        } catch (ApiFailure e) {
            findings.addAll(FailureFindings.of(e));
        } catch (StackRun.Outdated | InterruptedException e) {
            // Another run works on the stack now, or this one was stopped: what it says is what counts.
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }
        findings.add(Finding.of(ApplyRule.NOT_ROLLED_BACK, "The stack " + home.stack() + " could not be brought back.")
                .in(null, home.stack())
                .hint("See gantry:status for how it is now, and go back with gantry:rollback."));
        return new StackOutcome(home.stack(), outcome.revision(), Event.Result.FAILED, findings);
    }
}
