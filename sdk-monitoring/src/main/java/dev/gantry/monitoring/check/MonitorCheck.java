package dev.gantry.monitoring.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.PodContainer;
import dev.gantry.check.ScrapeTargets;
import dev.gantry.check.Selectors;
import dev.gantry.check.Words;
import dev.gantry.check.Workload;
import dev.gantry.extension.Reference;
import dev.gantry.extension.Resource;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Compares monitors with the Services and pods that they select. */
final class MonitorCheck {

    private final Model model;
    private final ScrapeTargets targets;
    private final Findings findings;

    MonitorCheck(Model model, ScrapeTargets targets, Findings findings) {
        this.model = model;
        this.targets = targets;
        this.findings = findings;
    }

    void check() {
        for (Manifest monitor : model.ofKind(ScrapeTargets.GROUP, "ServiceMonitor")) {
            List<Manifest> services = targets.services(monitor);
            if (isSelecting(monitor, "endpoints", services)) {
                checkServicePorts(monitor, services);
            }
        }
        for (Manifest monitor : model.ofKind(ScrapeTargets.GROUP, "PodMonitor")) {
            List<Workload> workloads = targets.workloads(monitor);
            List<Manifest> selected = workloads.stream().map(Workload::manifest).toList();
            if (isSelecting(monitor, "podMetricsEndpoints", selected)) {
                checkPodPorts(monitor, workloads);
            }
        }
    }

    /** Whether a monitor selects something whose ports can be looked at. */
    private boolean isSelecting(Manifest monitor, String endpoints, List<Manifest> selected) {
        JsonNode spec = monitor.tree().path("spec");
        if (spec.path(endpoints).isEmpty()) {
            findings.add(
                    monitor,
                    "spec",
                    Finding.of(MonitorRule.NO_ENDPOINTS, "The monitor names no port, so nothing is scraped.")
                            .hint("Call scrape(port)."));
        }
        if (monitor.namesAbsent("spec.selector")) {
            return false;
        }
        Resource named = named(monitor);
        if (named != null && Selectors.isEmpty(spec.path("selector"))) {
            findings.add(
                    monitor,
                    "spec.selector",
                    Finding.of(
                                    MonitorRule.NO_LABELS,
                                    named + " has no labels of its own, so the monitor selects everything in the"
                                            + " namespace.")
                            .hint(
                                    named.isExternal()
                                            ? "Name the labels that it has with selector(key, value)."
                                            : "Give it a label that no other has, such as label(\"app.kubernetes.io/name\","
                                                    + " \"" + named.name() + "\").")
                            .related(named.origin(), named + " is made here"));
            return false;
        }
        if (selected.isEmpty()) {
            if (named == null || !named.isExternal()) {
                selectsNothing(monitor, spec, named);
            }
            return false;
        }
        if (named != null && !named.isExternal()) {
            checkOthers(monitor, named, selected);
        }
        return true;
    }

    private void selectsNothing(Manifest monitor, JsonNode spec, @Nullable Resource named) {
        String what = monitor.id().kind().equals("PodMonitor") ? "workload" : "Service";
        JsonNode namespaces = spec.path("namespaceSelector");
        String where = namespaces.path("any").asBoolean()
                ? ""
                : namespaces.path("matchNames").isEmpty()
                        ? " in its own namespace"
                        : (namespaces.path("matchNames").size() == 1 ? " in the namespace " : " in the namespaces ")
                                + Words.list(texts(namespaces.path("matchNames")), name -> '"' + name + '"');
        findings.add(
                monitor,
                "spec.selector",
                Finding.of(
                                MonitorRule.SELECTS_NOTHING,
                                "No " + what + " of the program" + where + " has the labels "
                                        + Takers.shown(spec.path("selector")) + ".")
                        .hint(
                                "Correct the labels or the namespaces. If it comes from elsewhere, accept this finding with"
                                        + " finding(code, Severity.OFF, reason).")
                        .related(named == null ? null : named.origin(), named == null ? "" : named + " is made here"));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private void checkOthers(Manifest monitor, Resource named, List<Manifest> selected) {
        List<Manifest> others = new ArrayList<>(0);
        for (Manifest one : selected) {
            if (!one.resource().equals(named)) {
                others.add(one);
            }
        }
        if (others.isEmpty()) {
            return;
        }
        Finding finding = Finding.of(
                        MonitorRule.SELECTS_OTHERS,
                        "The labels "
                                + Takers.shown(monitor.tree().path("spec").path("selector")) + " of " + named
                                + " also select " + Words.list(others, Manifest::toString) + ".")
                .hint("Give " + named + " a label that the other has not, or make a monitor of each.");
        for (Manifest other : others) {
            finding = finding.related(other.lineOf("metadata.labels"), other + " has these labels too");
        }
        findings.add(monitor, "spec.selector", finding);
    }

    private static @Nullable Resource named(Manifest monitor) {
        for (Reference reference : monitor.references()) {
            if (reference.field().equals("spec.selector")) {
                return reference.target();
            }
        }
        return null;
    }

    private void checkServicePorts(Manifest monitor, List<Manifest> services) {
        JsonNode endpoints = monitor.tree().path("spec").path("endpoints");
        for (int i = 0; i < endpoints.size(); i++) {
            JsonNode endpoint = endpoints.path(i);
            String path = "spec.endpoints[" + i + "]";
            String name = endpoint.path("port").asText();
            if (!name.isEmpty()) {
                checkServicePort(monitor, path + ".port", name, services);
            } else if (endpoint.has("targetPort")) {
                List<Workload> pods = new ArrayList<>();
                for (Manifest service : services) {
                    JsonNode selector = service.tree().path("spec").path("selector");
                    if (!selector.isEmpty()) {
                        pods.addAll(model.workloads().selectedBy(service.id().namespace(), selector));
                    }
                }
                checkPort(monitor, path + ".targetPort", endpoint.path("targetPort"), pods);
            }
        }
    }

    private void checkServicePort(Manifest monitor, String field, String name, List<Manifest> services) {
        List<Manifest> without = services.stream()
                .filter(service -> !has(service.tree().path("spec").path("ports"), name))
                .toList();
        if (without.size() < services.size() || monitor.hasFlaw(field)) {
            return;
        }
        Finding finding = Finding.of(
                        MonitorRule.PORT,
                        Words.list(without, Manifest::toString) + (without.size() == 1 ? " has" : " have")
                                + " no port with the name \"" + name + "\".")
                .hint("Name a port that the Service has, or add it there with port(port).");
        for (Manifest service : without) {
            finding = finding.related(service.lineOf("spec.ports"), service + " has " + shownPorts(service));
        }
        findings.add(monitor, field, finding);
    }

    private static boolean has(JsonNode ports, String name) {
        for (JsonNode port : ports) {
            if (port.path("name").asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String shownPorts(Manifest service) {
        List<String> shown = new ArrayList<>();
        for (JsonNode port : service.tree().path("spec").path("ports")) {
            String number = port.path("port").asText();
            shown.add(port.has("name") ? port.path("name").asText() + " (" + number + ")" : number);
        }
        return shown.isEmpty() ? "no ports" : String.join(", ", shown);
    }

    private void checkPodPorts(Manifest monitor, List<Workload> workloads) {
        JsonNode endpoints = monitor.tree().path("spec").path("podMetricsEndpoints");
        for (int i = 0; i < endpoints.size(); i++) {
            for (String field : List.of("port", "portNumber", "targetPort")) {
                JsonNode wanted = endpoints.path(i).path(field);
                if (!wanted.isMissingNode() && !wanted.asText().isEmpty()) {
                    checkPort(monitor, "spec.podMetricsEndpoints[" + i + "]." + field, wanted, workloads);
                    break;
                }
            }
        }
    }

    /** A port that no container declares is not found, whatever listens there. */
    private void checkPort(Manifest monitor, String field, JsonNode wanted, List<Workload> workloads) {
        OptionalInt number = monitor.portNumber(wanted);
        for (Workload workload : workloads) {
            for (PodContainer container : workload.containers()) {
                for (JsonNode port : container.ports()) {
                    boolean meant = wanted.isTextual()
                            ? port.path("name").asText().equals(wanted.asText())
                                    && (number.isEmpty()
                                            || workload.manifest().isEdited()
                                            || port.path("containerPort").asInt() == number.getAsInt())
                            : port.path("containerPort").asInt() == wanted.asInt();
                    if (meant) {
                        return;
                    }
                }
            }
        }
        if (workloads.isEmpty() || monitor.hasFlaw(field)) {
            return;
        }
        Finding finding = Finding.of(
                        MonitorRule.PORT,
                        "No container of " + Words.list(workloads, Workload::toString) + " declares the port "
                                + (wanted.isTextual() ? '"' + wanted.asText() + '"' : wanted.asText())
                                + (number.isPresent() ? " (" + number.getAsInt() + ")" : "") + ".")
                .hint("Pass a port that is there, or declare it on a container with ports(...).");
        for (Workload workload : workloads) {
            finding = finding.related(
                    workload.manifest().lineOf(workload.portsPath()), workload + " has " + workload.shownPorts());
        }
        findings.add(monitor, field, finding);
    }
}
