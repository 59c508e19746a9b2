package dev.gantry.engine;

import dev.gantry.engine.cluster.Time;
import java.time.Duration;
import java.time.Instant;

/** Lets somebody stop a run. The request that is under way is finished, and no other is begun. */
final class Stop {

    /** How long a wait goes on after a run was stopped, at most. */
    private static final Duration SLICE = Duration.ofMillis(500);

    private volatile boolean requested;

    /** Thrown where a run goes no further. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("The run was stopped", null, false, false);
        }
    }

    void request() {
        requested = true;
    }

    /** Goes on, or does not. An interrupted thread is as good as a request; it still has to record what it did. */
    void check() {
        if (Thread.interrupted()) {
            requested = true;
        }
        if (requested) {
            throw new Stopped();
        }
    }

    /** A clock whose waits end when the run is stopped. */
    Time watched(Time time) {
        return new Time() {
            @Override
            public Instant now() {
                return time.now();
            }

            @Override
            public Duration elapsed() {
                return time.elapsed();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Duration left = duration;
                while (left.compareTo(Duration.ZERO) > 0) {
                    check();
                    Duration slice = left.compareTo(SLICE) < 0 ? left : SLICE;
                    time.sleep(slice);
                    left = left.minus(slice);
                }
                check();
            }
        };
    }
}
