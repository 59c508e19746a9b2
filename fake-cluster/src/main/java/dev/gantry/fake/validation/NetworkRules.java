package dev.gantry.fake.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Services and Ingresses. */
final class NetworkRules {

    private static final int LAST_PORT = 65_535;

    private NetworkRules() {}

    static void service(ObjectNode object, Problems problems) {
        JsonNode spec = object.path("spec");
        String type = Json.text(spec, "type");
        JsonNode ports = spec.path("ports");
        boolean headless = Json.text(spec, "clusterIP").equals("None");
        if (type.equals("ExternalName")) {
            if (Json.text(spec, "externalName").isEmpty()) {
                problems.required("spec.externalName", "");
            }
        } else if (ports.isEmpty() && !headless) {
            problems.required("spec.ports", "");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            port(ports.get(i), "spec.ports[" + i + "]", ports.size() > 1, names, problems);
        }
        Syntax.labels(problems, "spec.selector", spec.path("selector"));
        List<String> types = List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
        if (!types.contains(type)) {
            problems.unsupported("spec.type", spec.path("type"), types);
        }
        Set<String> addresses = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            if (!addresses.add(
                    Json.text(ports.get(i), "protocol") + ports.get(i).path("port"))) {
                problems.duplicate("spec.ports[" + i + "]", ports.get(i));
            }
        }
    }

    private static void port(JsonNode port, String path, boolean named, Set<String> names, Problems problems) {
        String name = Json.text(port, "name");
        if (named && name.isEmpty()) {
            problems.required(path + ".name", "");
        } else if (!name.isEmpty()) {
            Syntax.label(problems, path + ".name", name);
            if (!names.add(name)) {
                problems.duplicate(path + ".name", port.path("name"));
            }
        }
        range(port.path("port"), path + ".port", problems);
        List<String> protocols = List.of("SCTP", "TCP", "UDP");
        if (!protocols.contains(Json.text(port, "protocol"))) {
            problems.unsupported(path + ".protocol", port.path("protocol"), protocols);
        }
        if (port.path("targetPort").isInt()) {
            range(port.path("targetPort"), path + ".targetPort", problems);
        }
    }

    private static void range(JsonNode port, String path, Problems problems) {
        if (port.asInt() < 1 || port.asInt() > LAST_PORT) {
            problems.invalid(path, port, "must be between 1 and 65535, inclusive");
        }
    }

    static void serviceChange(ObjectNode before, ObjectNode after, Problems problems) {
        String old = Json.text(before, "spec", "clusterIP");
        boolean named = Json.text(before, "spec", "type").equals("ExternalName")
                || Json.text(after, "spec", "type").equals("ExternalName");
        String next = Json.text(after, "spec", "clusterIP");
        if (!named && !old.isEmpty() && !old.equals(next)) {
            problems.invalid("spec.clusterIPs[0]", Json.array().add(next), "may not change once set");
        }
    }

    static void ingress(ObjectNode object, Problems problems) {
        JsonNode spec = object.path("spec");
        JsonNode rules = spec.path("rules");
        if (!spec.has("defaultBackend") && rules.isEmpty()) {
            problems.invalid("spec", NullNode.getInstance(), "either `defaultBackend` or `rules` must be specified");
        }
        if (spec.has("defaultBackend")) {
            backend(spec.path("defaultBackend"), "spec.defaultBackend", problems);
        }
        for (int i = 0; i < rules.size(); i++) {
            String path = "spec.rules[" + i + "]";
            String host = Json.text(rules.get(i), "host");
            if (!host.isEmpty() && !host.startsWith("*.")) {
                Syntax.subdomain(problems, path + ".host", host);
            }
            JsonNode paths = Json.at(rules.get(i), "http", "paths");
            for (int j = 0; j < paths.size(); j++) {
                ingressPath(paths.get(j), path + ".http.paths[" + j + "]", problems);
            }
        }
    }

    private static void ingressPath(JsonNode entry, String path, Problems problems) {
        String type = Json.text(entry, "pathType");
        if (type.isEmpty()) {
            problems.required(path + ".pathType", "pathType must be specified");
        } else if (!type.equals("ImplementationSpecific")
                && !Json.text(entry, "path").startsWith("/")) {
            problems.invalid(path + ".path", Json.text(entry, "path"), "must be an absolute path");
        } else {
            backend(entry.path("backend"), path + ".backend", problems);
        }
    }

    private static void backend(JsonNode backend, String path, Problems problems) {
        if (backend.has("resource")) {
            return;
        }
        JsonNode service = backend.path("service");
        if (service.isMissingNode()) {
            problems.required(path, "resource or service backend is required");
        } else if (Json.text(service, "name").isEmpty()) {
            problems.required(path + ".service.name", "");
        } else if (service.path("port").isEmpty()) {
            problems.required(path, "port name or number is required");
        }
    }
}
