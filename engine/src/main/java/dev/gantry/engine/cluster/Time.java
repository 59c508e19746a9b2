package dev.gantry.engine.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The clock, and waiting for it; tests have one that does not wait. */
public interface Time {

    /** What time it is. */
    Instant now();

    /**
     * How long it is since some moment, which is always the same: to measure how long something takes. A clock that is set, as
     * machines do to theirs, must not be asked for the time instead.
     */
    default Duration elapsed() {
        return Duration.between(Instant.EPOCH, now());
    }

    /**
     * Waits.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    void sleep(Duration duration) throws InterruptedException;

    /** The machine's own. */
    static Time system() {
        Clock clock = Clock.systemUTC();
        return new Time() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public Duration elapsed() {
                return Duration.ofNanos(System.nanoTime());
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(Math.max(0, duration.toMillis()));
            }
        };
    }
}
