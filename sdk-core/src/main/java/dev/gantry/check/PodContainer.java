package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One container of a pod, and where it stands.
 *
 * @param workload whose pods have it
 * @param list {@code containers} or {@code initContainers}
 * @param index its place in that list
 * @param node its tree
 */
public record PodContainer(Workload workload, String list, int index, JsonNode node) {

    /** Its name. */
    public String name() {
        return node.path("name").asText();
    }

    /** The ports that it declares. */
    public JsonNode ports() {
        return node.path("ports");
    }

    /** Where it stands. */
    public String path() {
        return workload.podSpecPath() + "." + list + "[" + index + "]";
    }

    /** Where one of its fields stands. */
    public String path(String field) {
        return path() + "." + field;
    }

    /** Whether it runs as long as the pod does: a container, or an init container that is a sidecar. */
    public boolean runsBesideOthers() {
        return list.equals("containers") || node.path("restartPolicy").asText().equals("Always");
    }

    /** What it requests of a resource, by itself; {@code null} if that is nothing. */
    @Nullable
    String request(String resource) {
        return request(node, resource);
    }

    /** Its own limit of a resource; {@code null} if it has none. */
    @Nullable
    String limit(String resource) {
        return amount(node, "limits", resource);
    }

    /** Whether it is by its limit alone that it requests a resource. */
    boolean requestsByLimit(String resource) {
        return amount(node, "requests", resource) == null && limit(resource) != null;
    }

    /** What a container or a pod requests: where only the limit is stated, a cluster takes it for the request. */
    static @Nullable String request(JsonNode owner, String resource) {
        String request = amount(owner, "requests", resource);
        return request == null ? amount(owner, "limits", resource) : request;
    }

    private static @Nullable String amount(JsonNode owner, String list, String resource) {
        JsonNode amount = owner.path("resources").path(list).path(resource);
        return amount.isMissingNode() ? null : amount.asText();
    }

    /** The port of this name; {@code null} if it has none. */
    public @Nullable JsonNode port(String name) {
        for (JsonNode port : ports()) {
            if (port.path("name").asText().equals(name)) {
                return port;
            }
        }
        return null;
    }

    /** The port of this name; {@code null} if it has none, or one with another number than the author gave. */
    public @Nullable JsonNode port(String name, OptionalInt number) {
        JsonNode port = port(name);
        boolean other =
                port != null && number.isPresent() && port.path("containerPort").asInt() != number.getAsInt();
        return other ? null : port;
    }

    /** The protocol of a port. */
    public static String protocol(JsonNode port) {
        return port.path("protocol").asText("TCP");
    }

    /** A port of a container as people read it. */
    public static String shown(JsonNode port) {
        String place = port.path("containerPort").asText() + "/" + protocol(port);
        return port.has("name") ? port.path("name").asText() + " (" + place + ")" : place;
    }

    /** A port as the author named it. */
    static String shown(String name, OptionalInt number, String protocol) {
        String place = number.isPresent() ? Integer.toString(number.getAsInt()) : "";
        String details = place.isEmpty() || protocol.isEmpty() ? place + protocol : place + "/" + protocol;
        return "\"" + name + "\"" + (details.isEmpty() ? "" : " (" + details + ")");
    }
}
