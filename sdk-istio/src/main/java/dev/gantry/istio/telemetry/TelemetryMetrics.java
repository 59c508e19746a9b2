package dev.gantry.istio.telemetry;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.istio.ExtensionProvider;
import dev.gantry.istio.IstioDuration;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Which metrics the proxies have, and with which labels.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/telemetry/#Metrics">Metrics</a>
 */
public final class TelemetryMetrics {

    private final Fields metrics;

    TelemetryMetrics(Fields metrics) {
        this.metrics = metrics;
    }

    /** Adds to {@code providers}: where the metrics go; to the mesh's default providers where none is set. */
    public TelemetryMetrics providers(ExtensionProvider... providers) {
        Providers.add(metrics, providers);
        return this;
    }

    /** Sets {@code reportingInterval}: how often proxies tell of TCP connections; every 5 seconds where it is not set. */
    public TelemetryMetrics reportingInterval(Duration interval) {
        IstioDuration.write(metrics, "reportingInterval", interval);
        return this;
    }

    /** Adds to {@code overrides}: what is different about a metric of Istio's. */
    public TelemetryMetrics override(IstioMetric metric, Consumer<MetricsOverride> options) {
        Fields override = metrics.append("overrides");
        override.object("match").set("metric", metric);
        override.block(MetricsOverride::new, options);
        return this;
    }

    /** Adds to {@code overrides}: what is different about another metric, by its name. */
    public TelemetryMetrics overrideCustom(String metric, Consumer<MetricsOverride> options) {
        Fields override = metrics.append("overrides");
        override.object("match").set("customMetric", metric, Syntax.NOT_EMPTY);
        override.block(MetricsOverride::new, options);
        return this;
    }
}
