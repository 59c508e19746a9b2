package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import org.jspecify.annotations.Nullable;

/** Lists of hosts that clients ask for. */
final class Hosts {

    private Hosts() {}

    /** Adds a DNS name, which may begin with {@code *}, or an IP address. */
    static void add(Fields object, @Nullable String host) {
        boolean other = host != null && (host.equals("*") || Syntax.IP_ADDRESS.problem(host) == null);
        if (other) {
            object.add("hosts", host);
        } else {
            object.add("hosts", host, Syntax.HOST);
        }
    }
}
