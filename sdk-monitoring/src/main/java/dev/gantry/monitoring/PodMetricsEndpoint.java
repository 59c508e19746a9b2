package dev.gantry.monitoring;

import dev.gantry.extension.Fields;

/**
 * One port of pods that a PodMonitor scrapes.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMetricsEndpoint">PodMetricsEndpoint</a>
 */
public final class PodMetricsEndpoint extends ScrapeEndpoint<PodMetricsEndpoint> {

    PodMetricsEndpoint(Fields endpoint) {
        super(endpoint);
    }
}
