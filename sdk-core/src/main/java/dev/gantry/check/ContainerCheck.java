package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Amount;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Looks at the containers of a pod, each for itself and beside the others. */
final class ContainerCheck {

    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");
    private static final List<String> HOOKS = List.of("postStart", "preStop");
    private static final List<String> HANDLERS = List.of("httpGet", "tcpSocket");

    private final Findings findings;

    ContainerCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Workload workload) {
        List<PodContainer> containers = workload.containers();
        for (int i = 0; i < containers.size(); i++) {
            PodContainer container = containers.get(i);
            for (int before = 0; before < i; before++) {
                compare(containers.get(before), container);
            }
            checkOwnPorts(container);
            checkProbes(container);
            checkResources(container);
            checkEnvironment(container);
        }
    }

    private void compare(PodContainer first, PodContainer second) {
        if (first.name().equals(second.name()) && !first.name().isEmpty()) {
            add(
                    second,
                    "name",
                    Finding.of(
                                    WorkloadRule.SAME_CONTAINER,
                                    "There is another container with the name \"" + second.name() + "\".")
                            .hint("Give each container of a pod a name of its own.")
                            .related(line(first, "name"), "the first one is made here"));
        }
        if (first.runsBesideOthers() && second.runsBesideOthers()) {
            String where = " in the container \"" + first.name() + "\"";
            for (int i = 0; i < second.ports().size(); i++) {
                for (int j = 0; j < first.ports().size(); j++) {
                    comparePorts(first, j, second, i, where);
                }
            }
        }
    }

    private void checkOwnPorts(PodContainer container) {
        for (int i = 1; i < container.ports().size(); i++) {
            for (int j = 0; j < i; j++) {
                comparePorts(container, j, container, i, "");
            }
        }
    }

    private void comparePorts(PodContainer first, int i, PodContainer second, int j, String where) {
        JsonNode one = first.ports().path(i);
        JsonNode other = second.ports().path(j);
        String name = other.path("name").asText();
        if (!name.isEmpty() && name.equals(one.path("name").asText())) {
            samePort(first, i, second, j, "name", "the name \"" + name + "\"" + where);
        } else if (one.path("containerPort").asInt()
                        == other.path("containerPort").asInt()
                && PodContainer.protocol(one).equals(PodContainer.protocol(other))) {
            String number = other.path("containerPort").asText() + "/" + PodContainer.protocol(other);
            samePort(first, i, second, j, "containerPort", "the number " + number + where);
        }
    }

    private void samePort(PodContainer first, int i, PodContainer second, int j, String field, String what) {
        add(
                second,
                "ports[" + j + "]." + field,
                Finding.of(WorkloadRule.SAME_CONTAINER_PORT, "There is another port with " + what + ".")
                        .hint("Pass each port once; the containers of a pod share one network.")
                        .related(line(first, "ports[" + i + "]." + field), "the first one is added here"));
    }

    private void checkProbes(PodContainer container) {
        for (String probe : PROBES) {
            checkHandlers(container, container.node().path(probe), probe);
        }
        JsonNode lifecycle = container.node().path("lifecycle");
        if (!lifecycle.isMissingNode()) {
            for (String hook : HOOKS) {
                checkHandlers(container, lifecycle.path(hook), "lifecycle." + hook);
            }
        }
    }

    private void checkHandlers(PodContainer container, JsonNode owner, String path) {
        if (owner.isMissingNode()) {
            return;
        }
        for (String handler : HANDLERS) {
            JsonNode port = owner.path(handler).path("port");
            if (!port.isTextual()) {
                continue;
            }
            OptionalInt number = container.workload().manifest().portNumber(port);
            if (container.port(port.asText(), number) == null) {
                JsonNode ports = container.ports();
                StringBuilder there = new StringBuilder();
                for (JsonNode each : ports) {
                    there.append(there.isEmpty() ? "" : ", ").append(PodContainer.shown(each));
                }
                add(
                        container,
                        path + "." + handler + ".port",
                        Finding.of(
                                        WorkloadRule.PROBE_PORT,
                                        "The container \"" + container.name() + "\" has no port "
                                                + PodContainer.shown(port.asText(), number, "") + ".")
                                .hint(
                                        ports.isEmpty()
                                                ? "Declare it with ports(...)."
                                                : "Declare it with ports(...), or pass one of: " + there + ".")
                                .related(line(container, "ports"), "its ports are declared here"));
            }
        }
    }

    private void checkResources(PodContainer container) {
        JsonNode limits = container.node().path("resources").path("limits");
        if (limits.isEmpty()) {
            return;
        }
        JsonNode requests = container.node().path("resources").path("requests");
        for (Map.Entry<String, JsonNode> request : requests.properties()) {
            String limit = limits.path(request.getKey()).asText();
            if (Amount.isAbove(request.getValue().asText(), limit)) {
                String path = FieldPath.child("resources.limits", request.getKey());
                add(
                        container,
                        FieldPath.child("resources.requests", request.getKey()),
                        Finding.of(
                                        WorkloadRule.REQUEST_ABOVE_LIMIT,
                                        "The request of " + request.getValue().asText() + " " + request.getKey()
                                                + " is above the limit of " + limit + ".")
                                .hint("Request at most the limit.")
                                .related(line(container, path), "the limit is set here"));
            }
        }
    }

    private void checkEnvironment(PodContainer container) {
        JsonNode env = container.node().path("env");
        Repeats.find(
                env,
                Repeats.field("name"),
                (first, second) -> add(
                        container,
                        "env[" + second + "].name",
                        Finding.of(
                                        WorkloadRule.SAME_ENV,
                                        "The variable \""
                                                + env.path(second).path("name").asText() + "\" is set twice.")
                                .hint("Set it once; of two, a cluster rejects or drops one.")
                                .related(line(container, "env[" + first + "].name"), "it is set here first")));
    }

    private void add(PodContainer container, String field, Finding finding) {
        findings.add(container.workload().manifest(), container.path(field), finding);
    }

    private static @Nullable Origin line(PodContainer container, String field) {
        return container.workload().manifest().lineOf(container.path(field));
    }
}
