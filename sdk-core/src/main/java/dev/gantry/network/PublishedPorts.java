package dev.gantry.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.Port;
import dev.gantry.Protocol;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ports of a Service as its manifest has them, where no builder has written them. */
final class WrittenPorts {

    private final JsonNode entries;

    /** Reads {@code spec.ports}. */
    WrittenPorts(JsonNode entries) {
        this.entries = entries;
    }

    /** The entry that leads to a port of a container, by its name or its number; {@code null} if there is none. */
    @Nullable
    JsonNode leadingTo(Port port) {
        for (JsonNode entry : entries) {
            JsonNode target = target(entry);
            boolean leads =
                    target.isTextual() ? target.textValue().equals(port.name()) : target.asInt() == port.number();
            if (leads && protocol(entry) == port.protocol()) {
                return entry;
            }
        }
        return null;
    }

    /** The ports of containers, as far as the manifest says what they are, each with the number that clients connect to. */
    Map<Port, Integer> ports() {
        Map<Port, Integer> ports = new LinkedHashMap<>();
        for (JsonNode entry : entries) {
            JsonNode target = target(entry);
            int number = entry.path("port").asInt();
            String name =
                    target.isTextual() ? target.textValue() : entry.path("name").asText(target.asText());
            ports.put(new Port(name, target.isTextual() ? number : target.asInt(), protocol(entry)), number);
        }
        return Collections.unmodifiableMap(ports);
    }

    private static JsonNode target(JsonNode entry) {
        JsonNode target = entry.path("targetPort");
        return target.isMissingNode() || target.isNull() ? entry.path("port") : target;
    }

    private static Protocol protocol(JsonNode entry) {
        return switch (entry.path("protocol").asText("TCP")) {
            case "UDP" -> Protocol.UDP;
            case "SCTP" -> Protocol.SCTP;
            default -> Protocol.TCP;
        };
    }
}
