package dev.gantry.fake.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.quantity.Amount;
import dev.gantry.fake.selection.LabelSelector;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pods, their templates and selectors. */
final class PodRules {

    private static final int LAST_PORT = 65_535;

    private PodRules() {}

    /** A workload whose selector has to match the labels of its template. */
    static void workload(JsonNode spec, Problems problems) {
        nonNegative(spec, "replicas", problems);
        nonNegative(spec, "minReadySeconds", problems);
        JsonNode selector = spec.path("selector");
        if (selector.isMissingNode()) {
            problems.required("spec.selector", "");
        } else if (selector.isEmpty()) {
            problems.invalid("spec.selector", selector, "empty selector is invalid for deployment");
        }
        JsonNode labels = Json.at(spec, "template", "metadata", "labels");
        if (selector.isMissingNode() || !LabelSelector.of(selector).test(labels)) {
            problems.invalid("spec.template.metadata.labels", labels, "`selector` does not match template `labels`");
        }
        template(spec.path("template"), "spec.template", problems);
        JsonNode policy = Json.at(spec, "template", "spec", "restartPolicy");
        if (!policy.asText().equals("Always")) {
            problems.unsupported("spec.template.spec.restartPolicy", policy, List.of("Always"));
        }
    }

    private static void nonNegative(JsonNode spec, String field, Problems problems) {
        if (spec.path(field).asLong() < 0) {
            problems.invalid("spec." + field, spec.path(field), "must be greater than or equal to 0");
        }
    }

    static void template(JsonNode template, String path, Problems problems) {
        Syntax.labels(problems, path + ".labels", Json.at(template, "metadata", "labels"));
        pod(template.path("spec"), path + ".spec", problems);
    }

    static void pod(JsonNode spec, String path, Problems problems) {
        Set<String> volumes = volumes(spec.path("volumes"), path + ".volumes", problems);
        if (Json.isEmpty(spec.path("containers"))) {
            problems.required(path + ".containers", "");
        }
        Set<String> names = new HashSet<>();
        for (String list : List.of("initContainers", "containers")) {
            JsonNode containers = spec.path(list);
            for (int i = 0; i < containers.size(); i++) {
                container(containers.get(i), path + "." + list + "[" + i + "]", names, volumes, problems);
            }
        }
    }

    private static Set<String> volumes(JsonNode volumes, String path, Problems problems) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < volumes.size(); i++) {
            String name = Json.text(volumes.get(i), "name");
            String at = path + "[" + i + "].name";
            if (name.isEmpty()) {
                problems.required(at, "");
            } else if (!names.add(name)) {
                problems.duplicate(at, TextNode.valueOf(name));
            } else {
                Syntax.label(problems, at, name);
            }
        }
        return names;
    }

    private static void container(
            JsonNode container, String path, Set<String> names, Set<String> volumes, Problems problems) {
        String name = Json.text(container, "name");
        if (name.isEmpty()) {
            problems.required(path + ".name", "");
        } else {
            Syntax.label(problems, path + ".name", name);
            if (!names.add(name)) {
                problems.duplicate(path + ".name", container.path("name"));
            }
        }
        if (Json.text(container, "image").isEmpty()) {
            problems.required(path + ".image", "");
        }
        JsonNode ports = container.path("ports");
        Set<String> portNames = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            JsonNode portName = ports.get(i).path("name");
            if (!portName.isMissingNode() && !portNames.add(portName.asText())) {
                problems.duplicate(path + ".ports[" + i + "].name", portName);
            }
            port(ports.get(i).path("containerPort"), path + ".ports[" + i + "].containerPort", problems);
        }
        JsonNode mounts = container.path("volumeMounts");
        for (int i = 0; i < mounts.size(); i++) {
            if (!volumes.contains(Json.text(mounts.get(i), "name"))) {
                problems.notFound(
                        path + ".volumeMounts[" + i + "].name", mounts.get(i).path("name"));
            }
        }
        JsonNode policy = container.path("imagePullPolicy");
        List<String> policies = List.of("Always", "IfNotPresent", "Never");
        if (!policies.contains(policy.asText())) {
            problems.unsupported(path + ".imagePullPolicy", policy, policies);
        }
        resources(container.path("resources"), path + ".resources.requests", problems);
    }

    private static void port(JsonNode port, String path, Problems problems) {
        if (port.asInt() == 0) {
            problems.required(path, "");
        } else if (port.asInt() < 0 || port.asInt() > LAST_PORT) {
            problems.invalid(path, port, "must be between 1 and 65535, inclusive");
        }
    }

    private static void resources(JsonNode resources, String path, Problems problems) {
        for (Map.Entry<String, JsonNode> request : resources.path("requests").properties()) {
            JsonNode limit = resources.path("limits").path(request.getKey());
            if (!limit.isMissingNode() && Amount.of(request.getValue()).compareTo(Amount.of(limit)) > 0) {
                problems.invalid(
                        path,
                        request.getValue(),
                        "must be less than or equal to " + request.getKey() + " limit of " + limit.asText());
            }
        }
    }
}
