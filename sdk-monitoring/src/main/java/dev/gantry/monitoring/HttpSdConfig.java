package dev.gantry.monitoring;

import dev.gantry.extension.Fields;
import java.time.Duration;

/**
 * A server that names targets.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1alpha1.HTTPSDConfig">
 *     HTTPSDConfig</a>
 */
public final class HttpSdConfig extends AuthorizedClient<HttpSdConfig> {

    HttpSdConfig(Fields client) {
        super(client);
    }

    /** Sets {@code refreshInterval}: how often it is asked; 1 minute by default. */
    public HttpSdConfig refreshInterval(Duration interval) {
        Durations.setPositive(client, "refreshInterval", interval);
        return this;
    }

    /** Sets {@code enableHTTP2}: whether HTTP 2 is spoken; {@code true} by default. */
    public HttpSdConfig enableHttp2(boolean enable) {
        client.set("enableHTTP2", enable);
        return this;
    }
}
