package dev.gantry.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.plan.Step;
import dev.gantry.engine.problem.FailureFindings;
import dev.gantry.engine.progress.Event;
import dev.gantry.engine.release.GeneratedSecrets;
import dev.gantry.engine.release.ObjectMeta;
import dev.gantry.engine.release.ReleaseRule;
import dev.gantry.engine.release.StackHome;
import dev.gantry.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Writes the objects of a wave, several at once. The first failure keeps those from being written that were not begun. */
final class Applying {

    private static final Duration LONGEST_DELETION = Duration.ofSeconds(40);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Session session;
    private final Cluster cluster;
    private final Cluster determined;
    private final Runnable goOn;
    private final StackHome home;
    private final GeneratedSecrets generated;
    private final List<Finding> findings = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean failed;

    /**
     * Writes for a stack.
     *
     * @param determined the same cluster, for what must be brought to an end once it is begun
     * @param goOn is asked before each write; throws if the run must not go on
     */
    Applying(Session session, Cluster determined, Runnable goOn, StackHome home) {
        this.session = session;
        this.cluster = session.cluster();
        this.determined = determined;
        this.goOn = goOn;
        this.home = home;
        this.generated = new GeneratedSecrets(cluster, home);
    }

    /**
     * An object, and what is to happen to it.
     *
     * @param uid of the live object that was planned for; empty if there was none
     */
    record Job(Placed placed, Step.Wanted step, String uid) {}

    /**
     * Does what the plan says.
     *
     * @return what went wrong, and what is worth knowing
     */
    List<Finding> run(List<Job> wave) {
        try (Workers workers = new Workers(session.options().parallel())) {
            for (Job job : wave) {
                workers.submit(() -> {
                    if (!failed) {
                        apply(job);
                    }
                });
            }
            workers.finish();
        }
        return List.copyOf(findings);
    }

    private void apply(Job job) {
        Placed placed = job.placed();
        try {
            Event.Outcome outcome = switch (job.step().action()) {
                case UNCHANGED -> Event.Outcome.UNCHANGED;
                case CREATE -> write(placed, Event.Outcome.CREATED);
                case UPDATE -> write(placed, Event.Outcome.CHANGED);
                case RECREATE -> recreate(job);
                case CONFLICT, DEFERRED, REJECTED, PRUNE, KEEP ->
                    throw new IllegalStateException(placed.object() + " is not fit to be applied");
            };
            if (!failed) {
                session.progress()
                        .on(new Event.Applied(home.stack(), placed.object().id(), outcome));
            }
        } catch (ApiFailure e) {
            failed = true;
            findings.addAll(FailureFindings.of(e, placed.object()));
        }
    }

    private Event.Outcome write(Placed placed, Event.Outcome outcome) {
        goOn.run();
        GeneratedSecret secret = placed.generated();
        if (secret != null) {
            generated.write(secret);
            return outcome;
        }
        boolean force =
                session.options().forceConflicts().contains(placed.object().id());
        new Application(cluster, home).apply(placed, force, findings::add);
        return outcome;
    }

    private Event.Outcome recreate(Job job) {
        Placed placed = job.placed();
        goOn.run();
        Optional<ObjectNode> live = cluster.get(placed.ref());
        if (live.isEmpty()) {
            return write(placed, Event.Outcome.CREATED);
        }
        List<Finding> problems = ObjectMeta.of(live.get()).uid().equals(job.uid())
                ? new Recreation(determined, home).run(placed, live.get(), this::isGone)
                : List.of(replaced(placed));
        findings.addAll(problems);
        failed |= !problems.isEmpty();
        return Event.Outcome.RECREATED;
    }

    private Finding replaced(Placed placed) {
        return Finding.of(
                        ReleaseRule.CONCURRENT_CHANGE,
                        placed.object().id() + " is another object than when the plan was made.")
                .in(null, home.stack())
                .on(placed.object().id().toString(), null)
                .at(placed.object().origin())
                .hint("Look at the plan again: gantry:diff.");
    }

    private boolean isGone(ObjectRef ref) {
        Instant limit = session.time().now().plus(LONGEST_DELETION);
        try {
            while (determined.get(ref).isPresent()) {
                if (session.time().now().isAfter(limit)) {
                    return false;
                }
                session.time().sleep(PAUSE);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return determined.get(ref).isEmpty();
        }
    }
}
