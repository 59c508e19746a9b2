package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One place of an Ingress that says where requests go.
 *
 * @param ingress whose place it is
 * @param rule the index of its rule; -1 for the default backend
 * @param path the index of its path in that rule
 * @param node its tree
 */
record IngressBackendPlace(Manifest ingress, int rule, int path, JsonNode node) {

    /** The default backend, and those of all paths. */
    static List<IngressBackendPlace> of(Manifest ingress) {
        JsonNode spec = ingress.tree().path("spec");
        List<IngressBackendPlace> backends = new ArrayList<>(2);
        if (spec.has("defaultBackend")) {
            backends.add(new IngressBackendPlace(ingress, -1, -1, spec.path("defaultBackend")));
        }
        JsonNode rules = spec.path("rules");
        for (int i = 0; i < rules.size(); i++) {
            JsonNode paths = rules.path(i).path("http").path("paths");
            for (int j = 0; j < paths.size(); j++) {
                backends.add(
                        new IngressBackendPlace(ingress, i, j, paths.path(j).path("backend")));
            }
        }
        return backends;
    }

    /** The Service that it names; empty if it names none. */
    String service() {
        return node.path("service").path("name").asText();
    }

    /** Where it stands. */
    String field() {
        return rule < 0 ? "spec.defaultBackend" : "spec.rules[" + rule + "].http.paths[" + path + "].backend";
    }

    /** The port of a Service that it names by number or name; a missing node if the Service has none such. */
    JsonNode portOf(Manifest service) {
        JsonNode wanted = node.path("service").path("port");
        JsonNode ports = service.tree().path("spec").path("ports");
        for (JsonNode port : ports) {
            boolean same = wanted.has("name")
                    ? port.path("name").asText().equals(wanted.path("name").asText())
                    : port.path("port").asInt() == wanted.path("number").asInt();
            if (same) {
                return port;
            }
        }
        return ports.path(ports.size());
    }

    /** The port that it names, for messages. */
    String shownPort() {
        JsonNode port = node.path("service").path("port");
        return port.has("name")
                ? "\"" + port.path("name").asText() + "\""
                : port.path("number").asText();
    }
}
