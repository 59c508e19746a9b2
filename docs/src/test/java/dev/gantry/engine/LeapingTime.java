package dev.gantry.engine;

import dev.gantry.engine.cluster.Time;
import java.time.Duration;
import java.time.Instant;

/** A clock that nobody waits for: it leaps. */
final class LeapingTime implements Time {

    private Instant now = Instant.parse("2026-05-04T10:21:07Z");

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        leap(duration);
    }

    synchronized void leap(Duration duration) {
        now = now.plus(duration);
    }
}
