package dev.gantry.engine.release.lock;

import java.time.Duration;

/**
 * How long a lock lives.
 *
 * @param lease it runs out so long after it was renewed last
 * @param renewal it is renewed so often; less than half of the lease
 */
public record LockTiming(Duration lease, Duration renewal) {

    /** Runs out after 30 s, and is renewed every 10 s. */
    public static final LockTiming STANDARD = new LockTiming(Duration.ofSeconds(30), Duration.ofSeconds(10));

    /** The holder stops so long after its last renewal: one renewal earlier than others would take the lock. */
    Duration safe() {
        return lease.minus(renewal);
    }

    /** Whoever looks at a lock sees a renewal in this time, if there is one. */
    Duration look() {
        return renewal.plus(renewal.dividedBy(5));
    }

    /** No clock is so wrong: a lock that ran out so long ago is nobody's. */
    Duration forgotten() {
        return lease.multipliedBy(10);
    }
}
