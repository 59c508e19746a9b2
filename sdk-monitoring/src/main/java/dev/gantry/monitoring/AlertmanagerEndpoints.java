package dev.gantry.monitoring;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.time.Duration;

/**
 * Where a Prometheus sends its alerts.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.AlertmanagerEndpoints">
 *     AlertmanagerEndpoints</a>
 */
public final class AlertmanagerEndpoints extends ProxiedClient<AlertmanagerEndpoints> {

    AlertmanagerEndpoints(Fields client) {
        super(client);
    }

    /** Sets {@code scheme}; {@link ScrapeScheme#HTTP} where it is not set. */
    public AlertmanagerEndpoints scheme(ScrapeScheme scheme) {
        client.set("scheme", scheme);
        return this;
    }

    /** Sets {@code pathPrefix}: with what the paths begin that are asked for; {@code /} by default. */
    public AlertmanagerEndpoints pathPrefix(String path) {
        client.set("pathPrefix", path, Syntax.ABSOLUTE_PATH);
        return this;
    }

    /** Sets {@code apiVersion}; {@link AlertmanagerApiVersion#V2} where it is not set, and the only one of Prometheus 3. */
    public AlertmanagerEndpoints apiVersion(AlertmanagerApiVersion version) {
        client.set("apiVersion", version);
        return this;
    }

    /** Sets {@code timeout}: how long an answer may take; 10 seconds by default. */
    public AlertmanagerEndpoints timeout(Duration timeout) {
        Durations.setPositive(client, "timeout", timeout);
        return this;
    }

    /** Sets {@code enableHttp2}: whether HTTP 2 is spoken; {@code true} by default. */
    public AlertmanagerEndpoints enableHttp2(boolean enable) {
        client.set("enableHttp2", enable);
        return this;
    }

    /** Adds to {@code relabelings}: what is done to the Alertmanagers that were found. */
    public AlertmanagerEndpoints relabelings(Relabeling... steps) {
        Relabeling.addAll(client, "relabelings", steps);
        return this;
    }

    /** Adds to {@code alertRelabelings}: what is done to alerts before they are sent. */
    public AlertmanagerEndpoints alertRelabelings(Relabeling... steps) {
        Relabeling.addAll(client, "alertRelabelings", steps);
        return this;
    }
}
