package dev.gantry.monitoring;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.time.Duration;

/**
 * Names that the DNS is asked for.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1alpha1.DNSSDConfig">
 *     DNSSDConfig</a>
 */
public final class DnsSdConfig {

    private final Fields discovery;

    DnsSdConfig(Fields discovery) {
        this.discovery = discovery;
    }

    /** Adds to {@code names}: what is asked for; one at least. */
    public DnsSdConfig names(String... names) {
        discovery.addAll("names", Syntax.NOT_EMPTY, names);
        return this;
    }

    /** Sets {@code type}; {@link DnsRecordType#SRV} where it is not set. */
    public DnsSdConfig type(DnsRecordType type) {
        discovery.set("type", type);
        return this;
    }

    /** Sets {@code port}, which only SRV records tell by themselves: 1 to 65535. */
    public DnsSdConfig port(int number) {
        discovery.set("port", number, 1, 65_535);
        return this;
    }

    /** Sets {@code refreshInterval}: how often it is asked; 30 seconds by default. */
    public DnsSdConfig refreshInterval(Duration interval) {
        Durations.setPositive(discovery, "refreshInterval", interval);
        return this;
    }
}
