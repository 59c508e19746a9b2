package dev.gantry.engine.release.lock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.release.FieldManager;
import dev.gantry.engine.release.ReleaseRule;
import dev.gantry.engine.release.StackHome;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hands out locks. A run that was killed cannot give its lock back, and nobody can tell that from a run that is at work but by
 * waiting: a lock that is not renewed for as long as it says runs out, and is taken. What the clocks of others say does not count,
 * and the own one only as one that measures; so it is with
 * <a href="https://pkg.go.dev/k8s.io/client-go/tools/leaderelection">leader election</a> in Kubernetes.
 */
public final class Locks {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final Cluster keeping;
    private final Time time;
    private final LockTiming timing;
    private final LockWatcher watcher;
    private final Heartbeat heartbeat;

    /**
     * Locks of a cluster, with the standard timing.
     *
     * @param keeping the same cluster, for what has to be done with a lock as long as it is held, though the run is to stop
     */
    public Locks(Cluster cluster, Cluster keeping, Time time, LockWatcher watcher) {
        this(cluster, keeping, time, LockTiming.STANDARD, watcher, Heartbeat.thread());
    }

    /** Locks of a cluster. */
    public Locks(Cluster cluster, Time time, LockTiming timing, LockWatcher watcher) {
        this(cluster, cluster, time, timing, watcher, Heartbeat.thread());
    }

    Locks(Cluster cluster, Cluster keeping, Time time, LockTiming timing, LockWatcher watcher, Heartbeat heartbeat) {
        this.cluster = cluster;
        this.keeping = keeping;
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
        Duration begin = time.elapsed();
        Duration asked = begin;
        boolean unsure = false;
        Watch watch = new Watch();
        while (true) {
            Optional<ObjectNode> live = cluster.get(home.lock());
            Duration now = time.elapsed();
            Holder other = live.flatMap(LockLease::holder).orElse(null);
            if (live.isPresent() && LockLease.isOf(live.get(), run)) {
                // The answer to our own request was lost.
                return lock(home, run, live.get(), asked);
            }
            live.ifPresent(lease -> watch.see(lease, now));
            if (other == null || watch.left(now).isZero()) {
                asked = now;
                Optional<ObjectNode> taken = write(home, holder, run, live, unsure);
                if (taken.isPresent()) {
                    return lock(home, run, taken.get(), asked);
                }
                unsure = true;
                continue;
            }
            Duration waited = now.minus(begin);
            boolean enough = watch.alive || waited.compareTo(timing.lease()) > 0;
            if (enough && waited.compareTo(timeout) >= 0) {
                throw refused(home, other);
            }
            if (watch.tell()) {
                watcher.waiting(other, watch.left(now));
            }
            time.sleep(POLL);
        }
    }

    /**
     * Who works on a stack; empty if nobody does, or the lock seems to have run out. For people only: it goes by what the clocks of
     * two machines say.
     */
    public static Optional<Holder> holder(Cluster cluster, Time time, StackHome home) {
        return cluster.get(home.lock())
                .flatMap(LockLease::holder)
                .filter(holder ->
                        holder.renewed().plus(LockTiming.STANDARD.lease()).isAfter(time.now()));
    }

    /**
     * The lease as it is then; empty if somebody else was quicker, or nobody knows.
     *
     * @param again whether this was tried before; then it is a failure if nobody knows
     */
    private Optional<ObjectNode> write(
            StackHome home, String holder, String run, Optional<ObjectNode> live, boolean again) {
        try {
            if (live.isEmpty()) {
                ObjectNode lease = LockLease.create(home, holder, run, timing, time.now());
                return Optional.of(cluster.write(Write.create(home.lock(), lease, FieldManager.RECORDS))
                        .object());
            }
            ObjectNode lease = live.get().deepCopy();
            LockLease.take(lease, holder, run, timing, time.now());
            return Optional.of(cluster.write(Lock.replace(home, lease)).object());
        } catch (ApiFailure failure) {
            boolean gone = failure.status() == 404 && live.isPresent();
            boolean unknown = failure.kind() == ApiFailure.Kind.UNKNOWN && !again;
            if (failure.status() == 409 || gone || unknown) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private Lock lock(StackHome home, String run, ObjectNode lease, Duration since) {
        return new Lock(keeping, time, home, run, timing, heartbeat, lease, since);
    }

    private static FindingsException refused(StackHome home, Holder holder) {
        return new FindingsException(Finding.of(
                        ReleaseRule.LOCKED,
                        "Stack " + home.stack() + " is being deployed by " + holder.name() + " since " + holder.since()
                                + ".")
                .hint("Wait until that run has ended, or let this one wait with -Dgantry.lockTimeout=300 (seconds).")
                .in(null, home.stack())
                .on(home.lock().toString(), null));
    }

    /** What one who waits has seen of a lock. */
    private final class Watch {

        private @Nullable JsonNode record;
        private Duration since = Duration.ZERO;
        private Duration duration = Duration.ZERO;
        private boolean alive;
        private boolean told;

        /** A record that is another one than at the last look was written by somebody who is at work. */
        void see(ObjectNode lease, Duration now) {
            JsonNode seen = LockLease.record(lease);
            if (!seen.equals(record)) {
                alive = record != null;
                told &= !alive;
                record = seen;
                since = now;
                duration = LockLease.duration(lease, timing.lease());
            }
        }

        /** Until it runs out, if it is not renewed. */
        Duration left(Duration now) {
            Duration left = duration.minus(now.minus(since));
            return left.isNegative() ? Duration.ZERO : left;
        }

        boolean tell() {
            boolean first = !told;
            told = true;
            return first;
        }
    }
}
