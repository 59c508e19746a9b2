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
}
