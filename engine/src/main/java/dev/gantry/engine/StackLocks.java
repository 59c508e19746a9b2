package dev.gantry.engine;

import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Patience;
import dev.gantry.engine.cluster.PatientCluster;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.progress.Event;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.lock.Lock;
import dev.gantry.engine.release.lock.Locks;
import java.time.Duration;

/**
 * The locks of stacks. What is asked about them is asked with little patience: objects may be worth minutes of waiting for a server,
 * but nobody has begun anything while he waits for a lock, and one that cannot be renewed is lost.
 */
final class StackLocks {

    /** How long a request is sent again. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** How long an answer may take; it is a small object. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Session session;

    StackLocks(Session session) {
        this.session = session;
    }

    /**
     * Takes the lock of a stack. Whoever stops the run meanwhile need not wait; a lock that is held is renewed and given back all the
     * same.
     *
     * @throws Stop.Stopped if the run was stopped
     */
    Lock take(StackHome home) throws InterruptedException {
        EngineOptions options = session.options();
        Time watched = session.watched();
        Locks locks = new Locks(
                hurried(watched),
                hurried(session.time()),
                watched,
                (holder, atMost) ->
                        session.progress().on(new Event.Locked(home.stack(), holder.name(), holder.since(), atMost)));
        return locks.take(home, options.holder(), options.lockTimeout());
    }

    private Cluster hurried(Time waiting) {
        return session.cluster() instanceof PatientCluster patient
                ? patient.hurried(
                        ANSWER,
                        () -> Patience.until(
                                session.time().now().plus(PATIENCE),
                                waiting,
                                (action, why, wait) -> session.progress().on(new Event.Retrying(action, why, wait))))
                : session.cluster();
    }
}
