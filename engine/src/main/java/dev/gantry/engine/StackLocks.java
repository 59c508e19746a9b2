package dev.gantry.engine;

import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Patience;
import dev.gantry.engine.cluster.PatientCluster;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.progress.Event;
import dev.gantry.engine.progress.Progress;
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

    private final Cluster cluster;
    private final EngineOptions options;
    private final Progress progress;
    private final Time time;
    private final Stop stop;

    StackLocks(Cluster cluster, EngineOptions options, Progress progress, Time time, Stop stop) {
        this.cluster = cluster;
        this.options = options;
        this.progress = progress;
        this.time = time;
        this.stop = stop;
    }

    /**
     * Takes the lock of a stack. Whoever stops the run meanwhile need not wait; a lock that is held is renewed and given back all the
     * same.
     *
     * @throws Stop.Stopped if the run was stopped
     */
    Lock take(StackHome home) throws InterruptedException {
        Time watched = stop.watched(time);
        Locks locks = new Locks(
                hurried(watched),
                hurried(time),
                watched,
                (holder, atMost) -> progress.on(new Event.Locked(home.stack(), holder.name(), holder.since(), atMost)));
        return locks.take(home, options.holder(), options.lockTimeout());
    }

    private Cluster hurried(Time waiting) {
        return cluster instanceof PatientCluster patient
                ? patient.hurried(
                        ANSWER,
                        () -> Patience.until(
                                time.now().plus(PATIENCE),
                                waiting,
                                (action, why, wait) -> progress.on(new Event.Retrying(action, why, wait))))
                : cluster;
    }
}
