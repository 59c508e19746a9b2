package dev.gantry.monitoring;

import dev.gantry.config.SecretKey;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.time.Duration;

/**
 * What is asked of a port that a monitor scrapes.
 *
 * @param <B> the part's own type
 */
public abstract class ScrapeEndpoint<B extends ScrapeEndpoint<B>> extends AuthorizedClient<B> {

    ScrapeEndpoint(Fields client) {
        super(client);
    }

    /** Sets {@code path}; {@code /metrics} where it is not set. */
    public final B path(String path) {
        client.set("path", path, Syntax.ABSOLUTE_PATH);
        return self();
    }

    /** Sets {@code scheme}; {@link ScrapeScheme#HTTP} where it is not set. */
    public final B scheme(ScrapeScheme scheme) {
        client.set("scheme", scheme);
        return self();
    }

    /** Adds to {@code params}: a parameter of the URL. */
    public final B param(String name, String... values) {
        client.object("params").addAll(name, values);
        return self();
    }

    /** Sets {@code interval}: how often; as the Prometheus says where it is not set. */
    public final B interval(Duration interval) {
        Durations.setPositive(client, "interval", interval);
        return self();
    }

    /** Sets {@code scrapeTimeout}, not longer than the interval; as the Prometheus says where it is not set. */
    public final B scrapeTimeout(Duration timeout) {
        Durations.setPositive(client, "scrapeTimeout", timeout);
        return self();
    }

    /** Sets {@code honorLabels}: whether a target's own labels win over those of the scrape; {@code false} by default. */
    public final B honorLabels(boolean honor) {
        client.set("honorLabels", honor);
        return self();
    }

    /** Sets {@code honorTimestamps}: whether a target's own times count; {@code true} by default. */
    public final B honorTimestamps(boolean honor) {
        client.set("honorTimestamps", honor);
        return self();
    }

    /** Sets {@code trackTimestampsStaleness}: whether series with times of their own can become stale. */
    public final B trackTimestampsStaleness(boolean track) {
        client.set("trackTimestampsStaleness", track);
        return self();
    }

    /** Adds to {@code metricRelabelings}: what is done to samples before they are stored. */
    public final B metricRelabelings(Relabeling... steps) {
        Relabeling.addAll(client, "metricRelabelings", steps);
        return self();
    }

    /** Adds to {@code relabelings}: what is done to targets before they are scraped. */
    public final B relabelings(Relabeling... steps) {
        Relabeling.addAll(client, "relabelings", steps);
        return self();
    }

    /** Sets {@code filterRunning}: whether pods that have ended are left out; {@code true} by default. */
    public final B filterRunning(boolean filter) {
        client.set("filterRunning", filter);
        return self();
    }

    /** Sets {@code bearerTokenSecret}: a token for the {@code Authorization} header, which {@code authorization} can too. */
    public final B bearerTokenSecret(SecretKey token) {
        Keys.secret(client, "bearerTokenSecret", token);
        return self();
    }

    /** Sets {@code enableHttp2}: whether HTTP 2 is spoken; {@code true} by default. */
    public final B enableHttp2(boolean enable) {
        client.set("enableHttp2", enable);
        return self();
    }
}
