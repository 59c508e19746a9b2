package dev.gantry.engine.release.lock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Deletion;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.release.FieldManager;
import dev.gantry.engine.release.ObjectMeta;
import dev.gantry.engine.release.ReleaseRule;
import dev.gantry.engine.release.StackHome;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to change a stack, for one run at a time. It is renewed in the background; if it cannot be, {@link #check()} says so
 * before another run may take it.
 */
public final class Lock implements AutoCloseable {

    private final Cluster cluster;
    private final Time time;
    private final StackHome home;
    private final String run;
    private final LockTiming timing;
    private final Runnable stop;
    private ObjectNode lease;
    private Duration renewed;
    private @Nullable Finding lost;
    private boolean closed;

    /**
     * A lock that was taken.
     *
     * @param renewed when the request was sent that took it, by {@link Time#elapsed()}: others may have seen it since
     */
    Lock(
            Cluster cluster,
            Time time,
            StackHome home,
            String run,
            LockTiming timing,
            Heartbeat heartbeat,
            ObjectNode lease,
            Duration renewed) {
        this.cluster = cluster;
        this.time = time;
        this.home = home;
        this.run = run;
        this.timing = timing;
        this.lease = lease;
        this.renewed = renewed;
        this.stop = heartbeat.start(this::renew, timing.renewal());
    }

    /**
     * To be called before every write.
     *
     * @throws FindingsException if the run may not write any more
     */
    public synchronized void check() {
        if (lost == null && age().compareTo(timing.renewal().multipliedBy(3).dividedBy(2)) > 0) {
            renew();
        }
        if (lost != null) {
            throw new FindingsException(lost);
        }
    }

    /** Gives it back, if it is still there. What fails then is no matter: the lock runs out. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        stop.run();
        if (lost != null) {
            return;
        }
        try {
            ObjectMeta meta = ObjectMeta.of(lease);
            cluster.delete(new Deletion(home.lock(), meta.uid(), meta.resourceVersion(), false));
        } catch (ApiFailure ignored) {
            // The namespace may be gone, or the server; or somebody else has the lock.
        }
    }

    /** Makes it live longer. Never throws: it runs beside the run, which finds out by {@link #check()}. */
    synchronized void renew() {
        if (closed || lost != null) {
            return;
        }
        Duration begun = time.elapsed();
        ObjectNode wanted = lease.deepCopy();
        LockLease.renew(wanted, time.now());
        try {
            lease = cluster.write(replace(home, wanted)).object();
            renewed = begun;
        } catch (ApiFailure failure) {
            if (failure.status() == 409 || failure.status() == 404 || isGone(failure)) {
                reread(failure, wanted, begun);
            } else {
                late(failure);
            }
        } catch (RuntimeException e) {
            lost = finding("it could not be renewed: " + e.getClass().getSimpleName());
        }
    }

    /** A Lease that is replaced is made if it is not there; so it is refused as one to be made that has a version already. */
    private static boolean isGone(ApiFailure failure) {
        return failure.message().contains("resourceVersion should not be set on objects to be created");
    }

    static Write replace(StackHome home, ObjectNode lease) {
        return new Write(Write.Method.REPLACE, home.lock(), lease, FieldManager.RECORDS, false, false);
    }

    /** A renewal that took effect although its answer was lost is no reason to stop; that somebody else has the lock is. */
    private void reread(ApiFailure failure, ObjectNode wanted, Duration begun) {
        try {
            Optional<ObjectNode> now = cluster.get(home.lock());
            if (now.isEmpty()) {
                lost = finding("somebody deleted " + home.lock());
            } else if (!LockLease.isOf(now.get(), run)) {
                lost = finding(LockLease.holder(now.get())
                        .map(holder -> holder.name() + " has it since " + holder.since())
                        .orElse("somebody took it and gave it back"));
            } else {
                // If what took effect was an earlier renewal, the next one is for this version.
                lease = now.get();
                renewed = LockLease.record(lease).equals(LockLease.record(wanted)) ? begun : renewed;
                late(failure);
            }
        } catch (ApiFailure again) {
            late(again);
        }
    }

    private void late(ApiFailure failure) {
        if (age().compareTo(timing.safe()) >= 0) {
            lost = finding("it could not be renewed for " + age().toSeconds() + " s: " + failure.message());
        }
    }

    private Duration age() {
        return time.elapsed().minus(renewed);
    }

    private Finding finding(String why) {
        return Finding.of(
                        ReleaseRule.LOCK_LOST,
                        "The lock of stack " + home.stack() + ", " + home.lock() + ", is lost: " + why + ".")
                .hint("The run stopped before its next write. Run it again; it goes on from what is there.")
                .in(null, home.stack())
                .on(home.lock().toString(), null);
    }
}
