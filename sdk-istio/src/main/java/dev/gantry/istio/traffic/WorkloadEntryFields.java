package dev.gantry.istio.traffic;

import dev.gantry.Port;
import dev.gantry.access.ServiceAccount;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import org.jspecify.annotations.Nullable;

/** Writes what a WorkloadEntry and an endpoint of a ServiceEntry have in common. */
record WorkloadEntryFields(Fields entry) {

    void address(@Nullable String address) {
        entry.set("address", address, Syntax.NOT_EMPTY);
    }

    void port(@Nullable Port port, int number) {
        if (entry.given("ports", port) && port != null) {
            Fields ports = entry.object("ports");
            PortNumber.write(ports, port.name(), number);
            ports.flaws(port.name(), port.flaws());
        }
    }

    void label(@Nullable String key, @Nullable String value) {
        Entries.label(entry.object("labels"), key, value);
    }

    void network(@Nullable String network) {
        entry.set("network", network, Syntax.NOT_EMPTY);
    }

    void locality(@Nullable String locality) {
        entry.set("locality", locality, Syntax.NOT_EMPTY);
    }

    void weight(int weight) {
        entry.set("weight", weight, 1, Integer.MAX_VALUE);
    }

    void serviceAccount(@Nullable ServiceAccount account) {
        if (entry.given("serviceAccount", account) && account != null) {
            entry.set("serviceAccount", account.name());
            entry.refer("serviceAccount", account);
        }
    }
}
