package dev.gantry.workload;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * How a pod finds names, beyond what its DNS policy says.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config">Pod's DNS
 *     config</a>
 */
public final class DnsConfig {

    private final Fields config;

    DnsConfig(Fields config) {
        this.config = config;
    }

    /** Adds to {@code nameservers}: IP addresses of DNS servers, three at most with those of the policy. */
    public DnsConfig nameservers(String... addresses) {
        config.addAll("nameservers", Syntax.NOT_EMPTY, addresses);
        return this;
    }

    /** Adds to {@code searches}: domains in which short names are looked up, 32 at most with those of the policy. */
    public DnsConfig searches(String... domains) {
        config.addAll("searches", Syntax.NOT_EMPTY, domains);
        return this;
    }

    /** Adds an option without a value to {@code options}, such as {@code edns0}. */
    public DnsConfig option(String name) {
        config.append("options").set("name", name, Syntax.NOT_EMPTY);
        return this;
    }

    /** Adds an option to {@code options}, such as {@code ndots} and {@code 2}. */
    public DnsConfig option(String name, String value) {
        Fields option = config.append("options");
        option.set("name", name, Syntax.NOT_EMPTY);
        option.set("value", value);
        return this;
    }
}
