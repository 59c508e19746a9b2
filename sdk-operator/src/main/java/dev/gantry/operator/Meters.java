package dev.gantry.operator;

import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.monitoring.micrometer.MicrometerMetrics;
import io.micrometer.core.instrument.MeterRegistry;

/** The one class that needs Micrometer, which is not loaded before somebody has a registry. */
final class Meters {

    private Meters() {}

    /** Metrics of the operator as a whole: one for each custom resource would be too many. */
    static Metrics of(MeterRegistry registry) {
        return MicrometerMetrics.withoutPerResourceMetrics(registry);
    }
}
