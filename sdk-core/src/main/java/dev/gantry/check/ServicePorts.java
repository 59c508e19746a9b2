package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The ports of a Service: among themselves, and against those of the containers that they lead to. */
final class ServicePorts {

    private final Findings findings;

    ServicePorts(Findings findings) {
        this.findings = findings;
    }

    void checkList(Manifest service, JsonNode spec) {
        JsonNode ports = spec.path("ports");
        String type = spec.path("type").asText("ClusterIP");
        if (ports.isEmpty()
                && !type.equals("ExternalName")
                && !spec.path("clusterIP").asText().equals("None")) {
            findings.add(
                    service,
                    "spec.ports",
                    Finding.of(ServiceRule.NO_PORTS, "The Service has no ports.")
                            .hint("Call port(port), or headless() if only the names of the pods are wanted."));
        }
        Repeats.find(
                ports,
                Repeats.field("name"),
                (first, second) -> repeated(service, first, second, "name", '"' + text(ports, second, "name") + '"'));
        Repeats.find(
                ports,
                port -> port.path("port").asText() + "/" + PodContainer.protocol(port),
                (first, second) -> repeated(
                        service,
                        first,
                        second,
                        "port",
                        text(ports, second, "port") + "/" + PodContainer.protocol(ports.path(second))));
        for (int i = 0; i < ports.size(); i++) {
            JsonNode port = ports.path(i);
            if (ports.size() > 1 && port.path("name").asText().isEmpty()) {
                findings.add(
                        service,
                        "spec.ports[" + i + "]",
                        Finding.of(
                                        ServiceRule.UNNAMED_PORT,
                                        "The port " + port.path("port").asText() + " has no name, but the Service has "
                                                + ports.size() + " ports.")
                                .hint("Give each port a name."));
            }
            if (port.path("nodePort").asInt() > 0 && !type.equals("NodePort") && !type.equals("LoadBalancer")) {
                findings.add(
                        service,
                        "spec.ports[" + i + "].nodePort",
                        Finding.of(
                                        ServiceRule.NODE_PORT,
                                        "A Service of type " + type + " cannot have the node port "
                                                + port.path("nodePort").asText() + ".")
                                .hint("Call type(ServiceType.NODE_PORT), or leave the node port out."));
            }
        }
    }

    private void repeated(Manifest service, int first, int second, String field, String value) {
        String path = "spec.ports[" + first + "]." + field;
        findings.add(
                service,
                "spec.ports[" + second + "]." + field,
                Finding.of(ServiceRule.SAME_PORT, "There is another port with the " + shown(field) + " " + value + ".")
                        .hint("Give each port a name and a number of its own: port(port, number, p -> p.name(...)).")
                        .related(service.lineOf(path), "the first one is added here"));
    }

    private static String shown(String field) {
        return field.equals("port") ? "number" : field;
    }

    private static String text(JsonNode ports, int index, String field) {
        return ports.path(index).path(field).asText();
    }

    void checkTargets(Manifest service, JsonNode spec, List<Workload> selected) {
        JsonNode ports = spec.path("ports");
        for (int i = 0; i < ports.size(); i++) {
            JsonNode port = ports.path(i);
            JsonNode target = port.path("targetPort");
            if (target.isTextual() && !target.asText().isEmpty()) {
                checkName(service, i, target, PodContainer.protocol(port), selected);
            } else {
                int number =
                        target.asInt() > 0 ? target.asInt() : port.path("port").asInt();
                checkNumber(service, i, number, PodContainer.protocol(port), selected);
            }
        }
    }

    private void checkName(Manifest service, int index, JsonNode target, String protocol, List<Workload> selected) {
        String name = target.asText();
        OptionalInt number = service.portNumber(target);
        List<Workload> without = new ArrayList<>(0);
        for (Workload workload : selected) {
            OptionalInt wanted = workload.manifest().isEdited() ? OptionalInt.empty() : number;
            if (!has(workload, name, wanted, protocol)) {
                without.add(workload);
            }
        }
        if (without.isEmpty()) {
            return;
        }
        String port = PodContainer.shown(name, number, protocol);
        boolean nowhere = without.size() == selected.size();
        Finding finding = nowhere
                ? Finding.of(
                                ServiceRule.TARGET_PORT,
                                "No workload that this Service selects has the port " + port + ".")
                        .hint("Pass a port that is there, or declare it on a container with ports(...).")
                : Finding.of(
                                ServiceRule.TARGET_PORT_OF_SOME,
                                "The port " + port + " is missing in " + Words.list(without, Workload::toString)
                                        + ", so the pods there get no traffic for it.")
                        .hint("Declare it on a container of each with ports(...), or do not select them.");
        for (Workload workload : without) {
            finding = finding.related(
                    workload.manifest().lineOf(workload.portsPath()), workload + " has " + workload.shownPorts());
        }
        findings.add(service, targetPath(service, index), finding);
    }

    /** Containers need not declare what they listen on; but where they do, another number is most likely a mistake. */
    private void checkNumber(Manifest service, int index, int number, String protocol, List<Workload> selected) {
        for (Workload workload : selected) {
            boolean declares = false;
            for (PodContainer container : workload.containers()) {
                for (JsonNode port : container.ports()) {
                    declares = true;
                    if (port.path("containerPort").asInt() == number
                            && PodContainer.protocol(port).equals(protocol)) {
                        return;
                    }
                }
            }
            if (!declares) {
                return;
            }
        }
        Finding finding = Finding.of(
                        ServiceRule.TARGET_NUMBER,
                        "No container that this Service selects declares the port " + number + "/" + protocol + ".")
                .hint("Pass a port that is there, or declare it on a container with ports(...).");
        for (Workload workload : selected) {
            finding = finding.related(
                    workload.manifest().lineOf(workload.portsPath()), workload + " has " + workload.shownPorts());
        }
        findings.add(service, targetPath(service, index), finding);
    }

    private static String targetPath(Manifest service, int index) {
        boolean stated = service.tree().path("spec").path("ports").path(index).has("targetPort");
        return "spec.ports[" + index + "]" + (stated ? ".targetPort" : ".port");
    }

    private static boolean has(Workload workload, String name, OptionalInt number, String protocol) {
        for (PodContainer container : workload.containers()) {
            JsonNode port = container.runsBesideOthers() ? container.port(name, number) : null;
            if (port != null && PodContainer.protocol(port).equals(protocol)) {
                return true;
            }
        }
        return false;
    }
}
