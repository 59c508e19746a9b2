package dev.gantry.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.Port;
import dev.gantry.Protocol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ports of a Service: which number and which name it has for a port of a container. */
final class PublishedPorts {

    private final List<Entry> entries = new ArrayList<>();
    private final boolean written;

    /**
     * An entry.
     *
     * @param port of the container
     * @param number that clients connect to
     * @param name of the entry; that of the port, if it has none
     * @param byName whether it leads to whatever port of the container has the name
     */
    private record Entry(Port port, int number, String name, boolean byName) {

        boolean leadsTo(Port other) {
            return port.protocol() == other.protocol()
                    && (byName ? port.name().equals(other.name()) : port.number() == other.number());
        }
    }

    private PublishedPorts(boolean written) {
        this.written = written;
    }

    /** Those of a Service that a program makes. */
    static PublishedPorts none() {
        return new PublishedPorts(false);
    }

    /** Those of a manifest, from {@code spec.ports}, which no builder has written. */
    static PublishedPorts written(JsonNode ports) {
        PublishedPorts published = new PublishedPorts(true);
        for (JsonNode entry : ports) {
            JsonNode target = entry.path("targetPort");
            target = target.isMissingNode() || target.isNull() ? entry.path("port") : target;
            int number = entry.path("port").asInt();
            boolean byName = target.isTextual();
            String name = byName ? target.textValue() : entry.path("name").asText(target.asText());
            Port port = new Port(name, byName ? number : target.asInt(), protocol(entry));
            published.entries.add(new Entry(port, number, entry.path("name").asText(), byName));
        }
        return published;
    }

    /** Adds a port; in place of an entry that it has already. */
    void add(Port port, int number, String name) {
        entries.removeIf(entry -> entry.port().equals(port));
        entries.add(new Entry(port, number, name, false));
    }

    /** A copy, which nobody adds to. */
    PublishedPorts copy() {
        PublishedPorts copy = new PublishedPorts(written);
        copy.entries.addAll(entries);
        return copy;
    }

    boolean has(Port port) {
        return entry(port) != null;
    }

    /** The number that clients connect to; the port's own, if it is not known. */
    int number(Port port) {
        Entry entry = entry(port);
        return entry == null ? port.number() : entry.number();
    }

    /** The name of the entry; the port's own, if it has none or is not known. */
    String name(Port port) {
        Entry entry = entry(port);
        return entry == null || entry.name().isEmpty() ? port.name() : entry.name();
    }

    /** The ports of containers, as far as it is known what they are, each with the number that clients connect to. */
    Map<Port, Integer> numbers() {
        Map<Port, Integer> numbers = new LinkedHashMap<>();
        entries.forEach(entry -> numbers.put(entry.port(), entry.number()));
        return Collections.unmodifiableMap(numbers);
    }

    private @Nullable Entry entry(Port port) {
        for (Entry entry : entries) {
            if (written ? entry.leadsTo(port) : entry.port().equals(port)) {
                return entry;
            }
        }
        return null;
    }

    private static Protocol protocol(JsonNode entry) {
        return switch (entry.path("protocol").asText("TCP")) {
            case "UDP" -> Protocol.UDP;
            case "SCTP" -> Protocol.SCTP;
            default -> Protocol.TCP;
        };
    }
}
