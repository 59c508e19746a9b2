package dev.gantry.network;

import dev.gantry.Port;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.ValueRule;

/** That a port was asked of a Service which has not this port. */
final class MissingPort {

    private MissingPort() {}

    static Flaw of(Service service, Port port) {
        StringBuilder there = new StringBuilder();
        for (Port each : service.ports().keySet()) {
            there.append(there.isEmpty() ? "" : ", ").append(each);
        }
        return new Flaw(
                ValueRule.PORT,
                service + " has no port " + port + ".",
                there.isEmpty()
                        ? "Add it to the Service with port(port)."
                        : "Add it to the Service with port(port), or pass one of: " + there + ".");
    }
}
