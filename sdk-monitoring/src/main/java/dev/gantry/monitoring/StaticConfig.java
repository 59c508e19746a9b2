package dev.gantry.monitoring;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * Targets that are named.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1alpha1.StaticConfig">
 *     StaticConfig</a>
 */
public final class StaticConfig {

    private final Fields config;

    StaticConfig(Fields config) {
        this.config = config;
    }

    /** Adds to {@code targets}: what is scraped, each as host and port. */
    public StaticConfig targets(String... addresses) {
        config.addAll("targets", Syntax.NOT_EMPTY, addresses);
        return this;
    }

    /** Adds to {@code labels}: a label of all that is scraped there. */
    public StaticConfig label(String name, String value) {
        config.object("labels").set(name, value);
        return this;
    }
}
