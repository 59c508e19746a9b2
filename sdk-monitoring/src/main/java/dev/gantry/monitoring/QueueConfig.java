package dev.gantry.monitoring;

import dev.gantry.extension.Fields;
import java.time.Duration;

/**
 * How samples wait to be sent to another system.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.QueueConfig">
 *     QueueConfig</a>
 */
public final class QueueConfig {

    private final Fields queue;

    QueueConfig(Fields queue) {
        this.queue = queue;
    }

    /** Sets {@code capacity}: how many samples wait in a shard before reading stops. */
    public QueueConfig capacity(int samples) {
        return number("capacity", samples);
    }

    /** Sets {@code minShards}: how many shards send at least. */
    public QueueConfig minShards(int shards) {
        return number("minShards", shards);
    }

    /** Sets {@code maxShards}: how many shards send at most. */
    public QueueConfig maxShards(int shards) {
        return number("maxShards", shards);
    }

    /** Sets {@code maxSamplesPerSend}: how many samples a request has at most. */
    public QueueConfig maxSamplesPerSend(int samples) {
        return number("maxSamplesPerSend", samples);
    }

    /** Sets {@code maxRetries}: how often a request is tried again. */
    public QueueConfig maxRetries(int retries) {
        return number("maxRetries", retries);
    }

    /** Sets {@code batchSendDeadline}: how long a sample waits for others at most. */
    public QueueConfig batchSendDeadline(Duration wait) {
        Durations.setPositive(queue, "batchSendDeadline", wait);
        return this;
    }

    /** Sets {@code minBackoff}: how long is waited after a first failure. */
    public QueueConfig minBackoff(Duration wait) {
        Durations.setPositive(queue, "minBackoff", wait);
        return this;
    }

    /** Sets {@code maxBackoff}: how long is waited after many failures. */
    public QueueConfig maxBackoff(Duration wait) {
        Durations.setPositive(queue, "maxBackoff", wait);
        return this;
    }

    /** Sets {@code retryOnRateLimit}: whether an answer 429 is tried again; {@code false} by default. */
    public QueueConfig retryOnRateLimit(boolean retry) {
        queue.set("retryOnRateLimit", retry);
        return this;
    }

    /** Sets {@code sampleAgeLimit}: older samples are not sent; no limit where it is not set. */
    public QueueConfig sampleAgeLimit(Duration age) {
        Durations.setPositive(queue, "sampleAgeLimit", age);
        return this;
    }

    private QueueConfig number(String field, int value) {
        queue.set(field, value, 0, Integer.MAX_VALUE);
        return this;
    }
}
