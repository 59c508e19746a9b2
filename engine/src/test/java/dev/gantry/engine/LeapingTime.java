package dev.gantry.engine;

import dev.gantry.engine.cluster.Time;
import java.time.Duration;
import java.time.Instant;

/** Goes on when it is waited for, so that backoffs take no time, and the lock of a run that was killed runs out at once. */
public final class LeapingTime implements Time {

    private Duration leapt = Duration.ZERO;

    @Override
    public synchronized Instant now() {
        return Instant.now().plus(leapt);
    }

    @Override
    public synchronized void sleep(Duration duration) {
        leapt = leapt.plus(duration);
    }

    /** How long was waited altogether. */
    public synchronized Duration leapt() {
        return leapt;
    }
}
