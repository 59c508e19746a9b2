package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;

/** The ports of a rule of a NetworkPolicy. A list without entries stands for every port. */
final class NetworkPolicyPorts {

    private NetworkPolicyPorts() {}

    /** Whether two lists have a port in common, as far as can be said: a name may stand for any number. */
    static boolean overlap(JsonNode ports, JsonNode others) {
        if (ports.isEmpty() || others.isEmpty()) {
            return true;
        }
        for (JsonNode port : ports) {
            for (JsonNode other : others) {
                if (meet(port, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean meet(JsonNode port, JsonNode other) {
        boolean open = !port.path("port").isNumber() || !other.path("port").isNumber();
        return PodContainer.protocol(port).equals(PodContainer.protocol(other))
                && (open || (first(port) <= last(other) && first(other) <= last(port)));
    }

    /** Whether a list admits a number. */
    static boolean admits(JsonNode ports, int number, String protocol) {
        for (JsonNode port : ports) {
            boolean open = !port.path("port").isNumber();
            if (PodContainer.protocol(port).equals(protocol)
                    && (open || (first(port) <= number && number <= last(port)))) {
                return true;
            }
        }
        return ports.isEmpty();
    }

    /** Whether a container has declared what an entry stands for. */
    static boolean isDeclared(JsonNode port, PodContainer container) {
        JsonNode wanted = port.path("port");
        for (JsonNode declared : container.ports()) {
            int number = declared.path("containerPort").asInt();
            boolean same = wanted.isTextual()
                    ? declared.path("name").asText().equals(wanted.asText())
                    : first(port) <= number && number <= last(port);
            if (same && PodContainer.protocol(declared).equals(PodContainer.protocol(port))) {
                return true;
            }
        }
        return false;
    }

    /** An entry as people read it. */
    static String shown(JsonNode port) {
        JsonNode number = port.path("port");
        return (number.isTextual() ? "\"" + number.asText() + "\"" : number.asText())
                + (port.has("endPort") ? "-" + port.path("endPort").asText() : "") + "/"
                + PodContainer.protocol(port);
    }

    private static int first(JsonNode port) {
        return port.path("port").asInt();
    }

    private static int last(JsonNode port) {
        return port.path("endPort").asInt(first(port));
    }
}
