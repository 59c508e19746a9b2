package dev.gantry.monitoring;

import dev.gantry.Image;
import dev.gantry.Quantity;
import dev.gantry.config.SecretKey;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.time.Duration;

/**
 * The sidecar that uploads what Prometheus has stored, and answers for it.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ThanosSpec">
 *     ThanosSpec</a>
 */
public final class Thanos {

    private final Fields thanos;

    Thanos(Fields thanos) {
        this.thanos = thanos;
    }

    /** Sets {@code version}; the operator's where it is not set. */
    public Thanos version(String version) {
        thanos.set("version", version, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code image}; the one of the version where it is not set. */
    public Thanos image(Image image) {
        thanos.set("image", image);
        return this;
    }

    /** Sets {@code objectStorageConfig}: where blocks are uploaded to; nowhere where it is not set. */
    public Thanos objectStorageConfig(SecretKey key) {
        Keys.secret(thanos, "objectStorageConfig", key);
        return this;
    }

    /** Sets one entry of {@code resources.requests}, such as {@code memory}. */
    public Thanos request(String resource, Quantity amount) {
        thanos.object("resources").object("requests").set(resource, amount);
        return this;
    }

    /** Sets one entry of {@code resources.limits}, such as {@code memory}. */
    public Thanos limit(String resource, Quantity amount) {
        thanos.object("resources").object("limits").set(resource, amount);
        return this;
    }

    /** Sets {@code blockSize}: the time that a block covers; 2 hours by default. */
    public Thanos blockSize(Duration size) {
        Durations.setPositive(thanos, "blockSize", size);
        return this;
    }

    /** Sets {@code readyTimeout}: how long Prometheus may take to start. */
    public Thanos readyTimeout(Duration timeout) {
        Durations.setPositive(thanos, "readyTimeout", timeout);
        return this;
    }

    /** Sets {@code logLevel}; {@link LogLevel#INFO} where it is not set. */
    public Thanos logLevel(LogLevel level) {
        thanos.set("logLevel", level);
        return this;
    }

    /** Sets {@code logFormat}; {@link LogFormat#LOGFMT} where it is not set. */
    public Thanos logFormat(LogFormat format) {
        thanos.set("logFormat", format);
        return this;
    }
}
