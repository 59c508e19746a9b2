package dev.gantry.monitoring;

import dev.gantry.extension.Fields;

/**
 * One port of a Service that a ServiceMonitor scrapes.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Endpoint">Endpoint</a>
 */
public final class Endpoint extends ScrapeEndpoint<Endpoint> {

    Endpoint(Fields endpoint) {
        super(endpoint);
    }
}
