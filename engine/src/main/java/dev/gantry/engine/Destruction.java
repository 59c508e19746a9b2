package dev.gantry.engine;

import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.plan.Plan;
import dev.gantry.engine.problem.FailureFindings;
import dev.gantry.engine.progress.Event;
import dev.gantry.engine.release.Inventory;
import dev.gantry.engine.release.ReleaseRule;
import dev.gantry.engine.release.RunFacts;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.lock.Lock;
import dev.gantry.engine.release.prune.Deletions;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Deletes stacks, with the care of pruning: they are planned with nothing in them. */
final class Destruction {

    private final Session session;
    private final Cluster cluster;

    Destruction(Session session) {
        this.session = session.with(
                session.options().with(o -> o.prune(true).allowEmpty(true).takeOver(true)));
        this.cluster = session.cluster();
    }

    /** What would be deleted, the last stack first. One that is not deployed is left out. */
    Planner.Planned plan(List<StackHome> homes) {
        List<StackWork> work = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<StackHome> reversed = new ArrayList<>(homes);
        Collections.reverse(reversed);
        for (StackHome home : reversed) {
            Inventory inventory = Inventory.read(cluster, home);
            if (inventory.exists()) {
                Planner planner = new Planner(session);
                Planner.Planned planned = planner.plan(List.of(empty(inventory)));
                work.addAll(planned.stacks());
                findings.addAll(planned.plan().findings());
            }
        }
        return new Planner.Planned(
                new Plan(
                        cluster.connection(), work.stream().map(StackWork::plan).toList(), findings),
                work);
    }

    Outcome run(List<StackHome> homes) {
        Planner.Planned planned = plan(homes);
        session.progress().on(new Event.Planned(planned.plan()));
        if (planned.plan().failed()) {
            return Outcome.notBegun(planned.plan());
        }
        List<StackOutcome> outcomes = new ArrayList<>();
        for (StackWork work : planned.stacks()) {
            StackOutcome outcome = destroyed(work);
            outcomes.add(outcome);
            outcome.findings().forEach(finding -> session.progress().on(new Event.Found(finding)));
            session.progress().on(new Event.Finished(outcome.stack(), outcome.revision(), outcome.result()));
            if (!outcome.succeeded()) {
                break;
            }
        }
        return new Outcome(planned.plan(), outcomes);
    }

    private static Release empty(Inventory inventory) {
        StackHome home = inventory.home();
        return new Release(
                String.valueOf(inventory.blueprint()),
                String.valueOf(inventory.environment()),
                new BundleStack(home.stack(), home.namespace(), List.of(), List.of()),
                List.of());
    }

    private StackOutcome destroyed(StackWork work) {
        StackHome home = work.home();
        int revision = work.inventory().revision();
        List<Finding> findings = new ArrayList<>();
        Event.Result result = Event.Result.FAILED;
        Instant deadline = session.time().now().plus(session.options().timeout());
        try (Lock lock = new StackLocks(session).take(home)) {
            Runnable goOn = () -> {
                session.stop().check();
                lock.check();
            };
            if (!session.history(home).standing(Inventory.read(cluster, home)).equals(work.standing())) {
                throw new FindingsException(outdated(home));
            }
            Deletions.Result pruned =
                    new Pruning(session, home, goOn).run(work.plan().removals(), Pruning.limit(session, deadline));
            findings.addAll(pruned.findings());
            forget(work, pruned.left());
            if (findings.stream().noneMatch(Finding::isError)) {
                result = Event.Result.SUCCEEDED;
            }
        } catch (FindingsException e) {
            findings.addAll(e.findings());
        } catch (ApiFailure e) {
            findings.addAll(FailureFindings.of(e));
        } catch (Stop.Stopped e) {
            return Engine.interrupted(home.stack(), revision);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Engine.interrupted(home.stack(), revision);
        }
        return new StackOutcome(home.stack(), revision, result, findings);
    }

    private static Finding outdated(StackHome home) {
        return Finding.of(
                        ReleaseRule.CONCURRENT_CHANGE,
                        "Another run has worked on stack " + home.stack() + " since it was looked at.")
                .in(null, home.stack())
                .hint("Destroy it again, after a look at what there is now.");
    }

    /** The records go with the last object; as long as one stays, they say where it is. */
    private void forget(StackWork work, List<ResourceId> left) {
        List<ResourceId> kept = new ArrayList<>(work.kept());
        kept.addAll(left);
        if (kept.isEmpty()) {
            session.history(work.home()).remove();
            work.inventory().remove();
        } else {
            RunFacts facts = new RunFacts(
                    session.options().tool(),
                    session.options().by(),
                    session.options().commit());
            work.inventory().narrow(work.release(), kept, work.inventory().revision(), facts);
        }
    }
}
