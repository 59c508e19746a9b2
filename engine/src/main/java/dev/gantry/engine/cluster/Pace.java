package dev.gantry.engine.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/** How many requests are made, at once and in a second. Shared by all threads of a run. */
public final class Pace {

    private final Time time;
    private final Semaphore places;
    private final Duration distance;
    private Instant next = Instant.MIN;

    private Pace(Time time, int parallel, Duration distance) {
        this.time = time;
        this.places = new Semaphore(parallel, true);
        this.distance = distance;
    }

    /**
     * A pace.
     *
     * @param parallel how many requests at once, from 1
     * @param perSecond how many requests in a second, evenly spread; 0 or less for any number
     */
    public static Pace of(Time time, int parallel, double perSecond) {
        Duration distance = perSecond <= 0 ? Duration.ZERO : Duration.ofNanos((long) (1_000_000_000 / perSecond));
        return new Pace(time, Math.max(1, parallel), distance);
    }

    /** Waits until a request may be made; {@link #end} gives the place back. */
    void begin() throws InterruptedException {
        places.acquire();
        boolean begun = false;
        try {
            Duration wait = reserve();
            if (!wait.isZero()) {
                time.sleep(wait);
            }
            begun = true;
        } finally {
            if (!begun) {
                places.release();
            }
        }
    }

    /** Lets another request begin. */
    void end() {
        places.release();
    }

    private synchronized Duration reserve() {
        if (distance.isZero()) {
            return Duration.ZERO;
        }
        Instant now = time.now();
        Instant turn = next.isBefore(now) ? now : next;
        next = turn.plus(distance);
        return Duration.between(now, turn);
    }
}
