package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Reference;
import dev.gantry.extension.Resource;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares Services with the pods that they select. */
final class ServiceCheck {

    private final Model model;
    private final Workloads workloads;
    private final Findings findings;
    private final ServicePorts ports;

    ServiceCheck(Model model, Workloads workloads, Findings findings) {
        this.model = model;
        this.workloads = workloads;
        this.findings = findings;
        this.ports = new ServicePorts(findings);
    }

    void check() {
        Set<String> filledByHand = null;
        ServiceTypes types = new ServiceTypes(findings);
        for (Manifest service : model.ofKind("", "Service")) {
            JsonNode spec = service.tree().path("spec");
            ports.checkList(service, spec);
            types.check(service, spec);
            if (spec.path("type").asText().equals("ExternalName")) {
                continue;
            }
            JsonNode selector = spec.path("selector");
            if (selector.isEmpty()) {
                filledByHand = filledByHand == null ? filledByHand() : filledByHand;
                checkWithoutSelector(service, spec, filledByHand);
            } else {
                checkSelected(service, spec, selector);
            }
        }
    }

    /** Services whose addresses the program states itself. */
    private Set<String> filledByHand() {
        Set<String> services = new HashSet<>();
        for (Manifest endpoints : model.ofKind("", "Endpoints")) {
            services.add(endpoints.id().namespace() + "/" + endpoints.id().name());
        }
        for (Manifest slice : model.ofKind("discovery.k8s.io", "EndpointSlice")) {
            JsonNode labels = slice.tree().path("metadata").path("labels");
            services.add(slice.id().namespace() + "/"
                    + labels.path("kubernetes.io/service-name").asText());
        }
        return services;
    }

    private void checkWithoutSelector(Manifest service, JsonNode spec, Set<String> filledByHand) {
        List<Reference> named = named(service);
        if (named.isEmpty()) {
            boolean headless = spec.path("clusterIP").asText().equals("None");
            if (!headless
                    && !filledByHand.contains(
                            service.id().namespace() + "/" + service.id().name())) {
                findings.add(
                        service,
                        "spec.selector",
                        Finding.of(ServiceRule.NO_SELECTOR, "The Service selects no pods, so it leads nowhere.")
                                .hint("Call selects(workload), or selector(key, value) for pods that the program does"
                                        + " not make."));
            }
            return;
        }
        if (service.namesAbsent("spec.selector")) {
            return;
        }
        Finding finding = named.size() == 1
                ? Finding.of(
                        ServiceRule.NO_SELECTOR, named.get(0).target() + " has no selector that the Service could use.")
                : Finding.of(ServiceRule.NO_SELECTOR, "The selectors of " + shown(named) + " have no label in common.");
        boolean external =
                named.stream().anyMatch(reference -> reference.target().isExternal());
        finding = finding.hint(
                external
                        ? "Call selector(key, value): the labels of what exists outside the program are not known."
                        : common(named));
        for (Reference reference : named) {
            finding = finding.related(reference.target().origin(), reference.target() + " is made here");
        }
        findings.add(service, "spec.selector", finding);
    }

    /** What the Service can select by: the selectors of workloads that run cannot be changed. */
    private String common(List<Reference> named) {
        Map<String, String> labels = null;
        for (Reference reference : named) {
            Workload workload = model.of(reference.target()).map(workloads::of).orElse(null);
            Map<String, String> own = new LinkedHashMap<>();
            if (workload != null) {
                workload.labels()
                        .properties()
                        .forEach(label ->
                                own.put(label.getKey(), label.getValue().asText()));
            }
            if (labels == null) {
                labels = own;
            } else {
                labels.entrySet().retainAll(own.entrySet());
            }
        }
        return labels == null || labels.isEmpty()
                ? "Give their pods a common label with podLabel(key, value), and pass it to the Service's selector(key,"
                        + " value) in place of selects(...)."
                : labels.entrySet().stream()
                        .map(
                                label -> "Call selector(\"" + label.getKey() + "\", \"" + label.getValue()
                                        + "\") on the Service in place of selects(...): the pods of all of them carry that label.")
                        .findFirst()
                        .orElse("");
    }

    private void checkSelected(Manifest service, JsonNode spec, JsonNode selector) {
        List<Reference> named = named(service);
        Set<Resource> expected = new HashSet<>();
        for (Reference reference : named) {
            Optional<Manifest> target = model.of(reference.target());
            if (target.isEmpty() || !Model.sameNamespace(target.get(), service)) {
                return; // a finding of its own, after which the selector says nothing
            }
            expected.add(reference.target());
        }
        List<Workload> selected = workloads.selectedBy(service.id().namespace(), selector);
        if (selected.isEmpty()) {
            findings.add(
                    service,
                    "spec.selector",
                    Finding.of(ServiceRule.SELECTS_NOTHING, "No pods of the program carry " + shown(selector) + ".")
                            .hint(
                                    "Correct the labels, or call selects(workload). If such pods come from elsewhere, accept"
                                            + " this finding with finding(code, Severity.OFF, reason)."));
            return;
        }
        if (!expected.isEmpty()) {
            checkOthers(service, selector, selected, expected);
        }
        ports.checkTargets(service, spec, selected);
    }

    private void checkOthers(Manifest service, JsonNode selector, List<Workload> selected, Set<Resource> expected) {
        List<Workload> others = new ArrayList<>(0);
        for (Workload workload : selected) {
            if (!expected.contains(workload.manifest().resource())) {
                others.add(workload);
            }
        }
        if (others.isEmpty()) {
            return;
        }
        String names = Words.list(others, Workload::toString);
        Finding finding = Finding.of(
                        ServiceRule.SELECTS_OTHERS,
                        "The selector " + shown(selector) + " also matches the pods of " + names
                                + ", which selects(...) does not name.")
                .hint("Pass " + (others.size() == 1 ? "it" : "them")
                        + " to selects(...) too, or give the workloads that are meant a label of their own with"
                        + " selector(key, value).");
        String key = selector.fieldNames().next();
        for (Workload other : others) {
            String label = FieldPath.child(other.labelsPath(), key);
            finding = finding.related(other.manifest().lineOf(label), other + " has this label");
        }
        findings.add(service, "spec.selector", finding);
    }

    /** What the author has passed to {@code selects}. */
    private static List<Reference> named(Manifest service) {
        List<Reference> named = new ArrayList<>(2);
        for (Reference reference : service.references()) {
            if (reference.field().startsWith("spec.selector")) {
                named.add(reference);
            }
        }
        return named;
    }

    private static String shown(List<Reference> named) {
        return Words.list(named, reference -> reference.target().toString());
    }

    private static String shown(JsonNode selector) {
        StringBuilder shown = new StringBuilder();
        for (Map.Entry<String, JsonNode> label : selector.properties()) {
            shown.append(shown.isEmpty() ? "" : ",")
                    .append(label.getKey())
                    .append('=')
                    .append(label.getValue().asText());
        }
        return shown.toString();
    }
}
