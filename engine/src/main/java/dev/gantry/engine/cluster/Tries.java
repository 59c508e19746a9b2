package dev.gantry.engine.cluster;

import dev.gantry.engine.cluster.ApiFailure.Kind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The tries of one request. */
final class Tries {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    /** How long it is worth waiting for what is either there in a moment or never. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /** How often a server is called that has not answered at all: it may be the wrong one. */
    private static final int CALLS = 3;

    private final Patience patience;
    private int number;
    private @Nullable Instant since;

    Tries(Patience patience) {
        this.patience = patience;
    }

    /**
     * Waits for the next try.
     *
     * @param reached whether the server has ever answered
     * @throws ApiFailure the one that is given, if there is to be no next try
     */
    void waitAfter(ApiFailure failure, boolean reached) {
        number++;
        Instant now = patience.time().now();
        if (since == null) {
            since = now;
        }
        Verdict verdict = Verdict.isCollision(failure) ? Verdict.AGAIN : Verdict.of(failure);
        boolean lost = failure.kind() == Kind.NOT_SENT && !reached && number >= CALLS;
        if (verdict == Verdict.FINAL || lost || Thread.currentThread().isInterrupted()) {
            throw failure;
        }
        Instant end = verdict == Verdict.SOON ? earlier(since.plus(SOON), patience.deadline()) : patience.deadline();
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        Duration left = Duration.between(now, end);
        if (left.isNegative() || left.isZero() || asked.compareTo(left) > 0) {
            throw failure.afterTries(number);
        }
        Duration wait = shorter(longer(backoff(), asked), left);
        patience.retries().on(failure.action(), failure.message(), wait);
        try {
            patience.time().sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    /** Twice as long each time, of which a half is left to chance. */
    private Duration backoff() {
        long millis = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(number - 1, 16));
        return Duration.ofMillis((long) (millis * (0.5 + patience.jitter().getAsDouble() / 2)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
