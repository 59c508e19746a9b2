package dev.gantry.argocd;

import dev.gantry.extension.Fields;
import java.time.Duration;

/**
 * How a sync that failed is tried again.
 *
 * @see <a
 *     href="https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/#automatic-retry-with-a-limit">Automatic
 *     retry</a>
 */
public final class RetryStrategy {

    private final Fields retry;

    RetryStrategy(Fields retry) {
        this.retry = retry;
    }

    /**
     * Sets {@code limit}: how often.
     *
     * @param times 0 for not at all; -1 for without end
     */
    public RetryStrategy limit(int times) {
        retry.set("limit", times, -1, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Sets {@code backoff}: how long it waits.
     *
     * @param duration before the first try; 5 seconds where no backoff is set
     * @param factor what the time is multiplied with after each try, 1 or more; 2 where no backoff is set
     * @param maxDuration the most that it waits; 3 minutes where no backoff is set
     */
    public RetryStrategy backoff(Duration duration, int factor, Duration maxDuration) {
        Fields backoff = retry.replace("backoff");
        Durations.set(backoff, "duration", duration);
        backoff.set("factor", factor, 1, Integer.MAX_VALUE);
        Durations.set(backoff, "maxDuration", maxDuration);
        return this;
    }

    /** Sets {@code refresh}: whether it tries the newest revision and not the one that failed; {@code false} by default. */
    public RetryStrategy refresh(boolean refresh) {
        retry.set("refresh", refresh);
        return this;
    }
}
