package dev.gantry.engine.release.lock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.release.FieldManager;
import dev.gantry.engine.release.ObjectMeta;
import dev.gantry.engine.release.ReleaseRule;
import dev.gantry.engine.release.StackHome;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hands out locks. A run that was killed cannot give its lock back, and nobody can tell that from a run that is at work but by
 * waiting: a lock that is not renewed runs out, and is taken.
 */
public final class Locks {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final Time time;
    private final LockTiming timing;
    private final LockWatcher watcher;
    private final Heartbeat heartbeat;

    /** Locks of a cluster, with the standard timing. */
    public Locks(Cluster cluster, Time time, LockWatcher watcher) {
        this(cluster, time, LockTiming.STANDARD, watcher);
    }

    /** Locks of a cluster. */
    public Locks(Cluster cluster, Time time, LockTiming timing, LockWatcher watcher) {
        this(cluster, time, timing, watcher, Heartbeat.thread());
    }

    Locks(Cluster cluster, Time time, LockTiming timing, LockWatcher watcher, Heartbeat heartbeat) {
        this.cluster = cluster;
        this.time = time;
        this.timing = timing;
        this.watcher = watcher;
        this.heartbeat = heartbeat;
    }

    /**
     * Takes the lock of a stack, whose namespace must exist.
     *
     * @param holder who wants it, such as {@code ada@build-7/4711}
     * @param timeout how long a run that is at work is waited for; one that was killed is waited for in any case
     * @throws FindingsException if somebody else has it
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    public Lock take(StackHome home, String holder, Duration timeout) throws InterruptedException {
        String run = UUID.randomUUID().toString();
        Instant begin = time.now();
        Watch watch = new Watch();
        while (true) {
            Instant now = time.now();
            Optional<ObjectNode> live = cluster.get(home.lock());
            Holder other = live.flatMap(LockLease::holder).orElse(null);
            if (live.isPresent() && LockLease.isOf(live.get(), run)) {
                // The answer to our own request was lost.
                return lock(home, run, live.get(), now);
            }
            if (other == null || watch.hasRunOut(ObjectMeta.of(live.get()), other, now)) {
                Optional<ObjectNode> taken = write(home, holder, run, live, now);
                if (taken.isPresent()) {
                    return lock(home, run, taken.get(), now);
                }
                continue;
            }
            if (watch.alive && Duration.between(begin, now).compareTo(timeout) >= 0) {
                throw refused(home, other, now);
            }
            if (watch.tell()) {
                watcher.waiting(other, watch.left(other, now));
            }
            time.sleep(POLL);
        }
    }

    /** Who works on a stack; empty if nobody does, or the lock has run out. */
    public Optional<Holder> holder(StackHome home) {
        return cluster.get(home.lock())
                .flatMap(LockLease::holder)
                .filter(holder -> holder.renewed().plus(timing.lease()).isAfter(time.now()));
    }

    /** The lease as it is then; empty if somebody else was quicker, or nobody knows. */
    private Optional<ObjectNode> write(
            StackHome home, String holder, String run, Optional<ObjectNode> live, Instant now) {
        try {
            if (live.isEmpty()) {
                ObjectNode lease = LockLease.create(home, holder, run, timing, now);
                return Optional.of(cluster.write(Write.create(home.lock(), lease, FieldManager.RECORDS))
                        .object());
            }
            ObjectNode lease = live.get().deepCopy();
            LockLease.take(lease, holder, run, timing, now);
            return Optional.of(cluster.write(Lock.replace(home, lease)).object());
        } catch (ApiFailure failure) {
            boolean gone = failure.status() == 404 && live.isPresent();
            if (failure.status() == 409 || gone || failure.kind() == ApiFailure.Kind.UNKNOWN) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private Lock lock(StackHome home, String run, ObjectNode lease, Instant since) {
        return new Lock(cluster, time, home, run, timing, heartbeat, lease, since);
    }

    private static FindingsException refused(StackHome home, Holder holder, Instant now) {
        return new FindingsException(Finding.of(
                        ReleaseRule.LOCKED,
                        "Stack " + home.stack() + " is being deployed by " + holder.name() + " since "
                                + holder.since() + " ("
                                + Math.max(
                                        0, Duration.between(holder.since(), now).toSeconds()) + " s).")
                .hint("Wait until that run has ended, or let this one wait with -Dgantry.lockTimeout=300 (seconds).")
                .in(null, home.stack())
                .on(home.lock().toString(), null));
    }

    /** What one who waits has seen of a lock. */
    private final class Watch {

        private @Nullable String version;
        private @Nullable Instant seen;
        private boolean alive;
        private boolean told;

        /**
         * Whether nobody holds it any more. Clocks of two machines differ, so that its time is over by our clock does not suffice:
         * it must not have been renewed while we looked, either.
         */
        boolean hasRunOut(ObjectMeta lease, Holder holder, Instant now) {
            if (seen == null || !lease.resourceVersion().equals(version)) {
                alive = seen != null;
                told &= !alive;
                version = lease.resourceVersion();
                seen = now;
            }
            Duration age = Duration.between(holder.renewed(), now);
            Duration watched = Duration.between(seen, now);
            boolean over = age.compareTo(timing.lease()) >= 0 && watched.compareTo(timing.look()) >= 0;
            return over || watched.compareTo(timing.lease()) >= 0 || age.compareTo(timing.forgotten()) >= 0;
        }

        /** Until it runs out, if it is not renewed. */
        Duration left(Holder holder, Instant now) {
            Duration byClock = timing.lease().minus(Duration.between(holder.renewed(), now));
            Duration longest = byClock.compareTo(timing.look()) > 0 ? byClock : timing.look();
            return longest.compareTo(timing.lease()) > 0 ? timing.lease() : longest;
        }

        boolean tell() {
            boolean first = !told;
            told = true;
            return first;
        }
    }
}
