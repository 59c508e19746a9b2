package dev.gantry.monitoring;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.time.Duration;

/**
 * Another system that is asked for samples.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.RemoteReadSpec">
 *     RemoteReadSpec</a>
 */
public final class RemoteRead extends AuthorizedClient<RemoteRead> {

    RemoteRead(Fields client) {
        super(client);
    }

    /** Sets {@code name}: for metrics and logs, unique among them. */
    public RemoteRead name(String name) {
        client.set("name", name, Syntax.NOT_EMPTY);
        return this;
    }

    /** Adds to {@code requiredMatchers}: only selectors that ask for this label's value are passed on. */
    public RemoteRead requiredMatcher(String label, String value) {
        client.object("requiredMatchers").set(label, value);
        return this;
    }

    /** Sets {@code remoteTimeout}: how long an answer may take; 1 minute by default. */
    public RemoteRead remoteTimeout(Duration timeout) {
        Durations.setPositive(client, "remoteTimeout", timeout);
        return this;
    }

    /** Adds to {@code headers}: a header of every request. */
    public RemoteRead header(String name, String value) {
        client.object("headers").set(name, value);
        return this;
    }

    /** Sets {@code readRecent}: whether it is asked also for what is stored here; {@code false} by default. */
    public RemoteRead readRecent(boolean read) {
        client.set("readRecent", read);
        return this;
    }

    /** Sets {@code filterExternalLabels}: whether external labels are asked for; {@code true} by default. */
    public RemoteRead filterExternalLabels(boolean filter) {
        client.set("filterExternalLabels", filter);
        return this;
    }
}
