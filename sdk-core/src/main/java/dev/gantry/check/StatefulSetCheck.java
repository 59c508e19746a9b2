package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares StatefulSets with the Services that give their pods names. */
final class StatefulSetCheck {

    private static final String FIELD = "spec.serviceName";

    /** The label {@code controller-revision-hash} is the name, a hyphen and ten more characters. */
    private static final int LONGEST_NAME = 52;

    private final Model model;
    private final Workloads workloads;
    private final Findings findings;

    StatefulSetCheck(Model model, Workloads workloads, Findings findings) {
        this.model = model;
        this.workloads = workloads;
        this.findings = findings;
    }

    void check() {
        for (Manifest set : model.ofKind("apps", "StatefulSet")) {
            if (set.id().name().length() > LONGEST_NAME) {
                findings.add(
                        set,
                        "metadata.name",
                        Finding.of(
                                        WorkloadRule.LONG_NAME,
                                        "The name has " + set.id().name().length() + " characters; " + LONGEST_NAME
                                                + " are allowed, since a label of the pods adds 11 to it.")
                                .hint("Choose a shorter name: no pod could be made."));
            }
            String name = set.tree().path("spec").path("serviceName").asText();
            if (name.isEmpty()) {
                checkForgotten(set, workloads.of(set));
            } else {
                Manifest service =
                        model.find("", "Service", set.id().namespace(), name).orElse(null);
                if (service != null) {
                    checkService(set, service, workloads.of(set));
                } else if (set.references().stream()
                        .noneMatch(reference -> reference.field().equals(FIELD))) {
                    missing(set, name);
                }
            }
        }
    }

    private void checkService(Manifest set, Manifest service, @Nullable Workload pods) {
        JsonNode spec = service.tree().path("spec");
        if (!spec.path("clusterIP").asText().equals("None")) {
            add(
                    set,
                    service,
                    service + " is not headless, so DNS knows it, but not each of the pods.",
                    "Call headless() on the Service.");
        }
        JsonNode selector = spec.path("selector");
        if (pods != null && (selector.isEmpty() || !pods.matches(selector))) {
            add(
                    set,
                    service,
                    service + " does not select these pods, so DNS does not know them.",
                    "Give the Service the labels of the pods with selector(key, value).");
        }
    }

    /** A headless Service for the pods of a set that does not name it was most likely made for it. */
    private void checkForgotten(Manifest set, @Nullable Workload pods) {
        for (Manifest service : pods == null ? List.<Manifest>of() : model.ofKind("", "Service")) {
            JsonNode spec = service.tree().path("spec");
            JsonNode selector = spec.path("selector");
            if (spec.path("clusterIP").asText().equals("None")
                    && Objects.equals(service.id().namespace(), set.id().namespace())
                    && !selector.isEmpty()
                    && pods.matches(selector)) {
                add(
                        set,
                        service,
                        "It names no Service, so DNS does not know each of the pods, though " + service
                                + " is headless and selects them.",
                        "Call service(...) with it. The Service is made before, so it selects the pods by selector(key,"
                                + " value).");
                return;
            }
        }
    }

    private void add(Manifest set, Manifest service, String message, String hint) {
        findings.add(
                set,
                FIELD,
                Finding.of(WorkloadRule.GOVERNING_SERVICE, message)
                        .hint(hint)
                        .related(service.origin(), "the Service is made here"));
    }

    private void missing(Manifest set, String name) {
        findings.add(
                set,
                FIELD,
                Finding.of(
                                WorkloadRule.GOVERNING_SERVICE,
                                "The program has no Service \"" + name + "\" in this namespace.")
                        .hint("Add it, or call service(Service.existing(name)) if it exists outside the program."));
    }
}
