package dev.gantry.istio.telemetry;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * What is different about one metric.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/telemetry/#MetricsOverrides">MetricsOverrides</a>
 */
public final class MetricsOverride {

    private final Fields override;

    MetricsOverride(Fields override) {
        this.override = override;
    }

    /** Sets {@code match.mode}: for proxies of one side only; of both where it is not set. */
    public MetricsOverride mode(WorkloadMode mode) {
        override.object("match").set("mode", mode);
        return this;
    }

    /** Sets {@code disabled}: proxies do not have the metric. */
    public MetricsOverride disabled(boolean disabled) {
        override.set("disabled", disabled);
        return this;
    }

    /**
     * Adds to {@code tagOverrides}: the metric has this label.
     *
     * @param value a CEL expression, such as {@code request.host}
     */
    public MetricsOverride tag(String name, String value) {
        if (override.given("tagOverrides", name)) {
            override.object("tagOverrides").replace(name).set("value", value, Syntax.NOT_EMPTY);
        }
        return this;
    }

    /** Adds to {@code tagOverrides} with the operation {@code REMOVE}: the metric does not have this label. */
    public MetricsOverride removeTag(String name) {
        if (override.given("tagOverrides", name)) {
            override.object("tagOverrides").replace(name).set("operation", "REMOVE");
        }
        return this;
    }
}
