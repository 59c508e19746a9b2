package dev.gantry.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.Port;
import dev.gantry.check.Manifest;
import java.util.ArrayList;
import java.util.List;

/** Assertions over a Service. */
public final class ServiceAssert extends ManifestAssert<ServiceAssert> {

    ServiceAssert(Manifest manifest) {
        super(manifest, ServiceAssert.class);
    }

    /** Verifies that clients can connect to this number. */
    public ServiceAssert hasPort(int number) {
        for (JsonNode port : ports()) {
            if (port.path("port").asInt() == number) {
                return this;
            }
        }
        throw fail("Expected the port " + number + " in " + actual + ", but it has "
                + Shown.list(ports(), ServiceAssert::shown) + ".");
    }

    /** Verifies that clients can connect to this number and reach the container's port. */
    public ServiceAssert hasPort(Port port, int number) {
        for (JsonNode entry : ports()) {
            if (entry.path("port").asInt() == number && leadsTo(entry, port)) {
                return this;
            }
        }
        throw fail("Expected the port " + number + " for " + port + " in " + actual + ", but it has "
                + Shown.list(ports(), ServiceAssert::shown) + ".");
    }

    /** Verifies one label that its pods must have. */
    public ServiceAssert hasSelector(String key, String value) {
        JsonNode selector = actual.tree().path("spec").path("selector");
        if (!value.equals(selector.path(key).textValue())) {
            throw fail("Expected " + actual + " to select " + key + "=" + value + ", but it selects "
                    + Shown.list(
                            selector.properties(),
                            entry -> entry.getKey() + "=" + entry.getValue().asText())
                    + Shown.line(actual, "spec.selector") + ".");
        }
        return this;
    }

    private static boolean leadsTo(JsonNode entry, Port port) {
        JsonNode target = entry.path("targetPort");
        boolean same = target.isTextual() ? port.name().equals(target.textValue()) : target.asInt() == port.number();
        return same && port.protocol().name().equals(entry.path("protocol").asText("TCP"));
    }

    private static String shown(JsonNode port) {
        return port.path("port").asText() + " to " + port.path("targetPort").asText() + "/"
                + port.path("protocol").asText("TCP");
    }

    private List<JsonNode> ports() {
        List<JsonNode> ports = new ArrayList<>();
        actual.tree().path("spec").path("ports").forEach(ports::add);
        return ports;
    }
}
