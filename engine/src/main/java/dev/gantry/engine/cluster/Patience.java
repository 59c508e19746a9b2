package dev.gantry.engine.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How long a request is tried again, and who is told.
 *
 * @param time the clock that waits
 * @param deadline when the time is up for all requests together; one that is made later is tried once
 * @param jitter numbers from 0 to below 1, so that not all clients come back at the same moment
 * @param retries is told each time
 */
public record Patience(Time time, Instant deadline, DoubleSupplier jitter, Retries retries) {

    /** Is told that a request will be sent again; from any thread. */
    @FunctionalInterface
    public interface Retries {

        /**
         * A request will be sent again.
         *
         * @param action what it asks for
         * @param why what happened
         * @param wait how long from now
         */
        void on(String action, String why, Duration wait);
    }

    /** Tries until this time. */
    public static Patience until(Instant deadline, Time time, Retries retries) {
        return new Patience(time, deadline, () -> ThreadLocalRandom.current().nextDouble(), retries);
    }
}
