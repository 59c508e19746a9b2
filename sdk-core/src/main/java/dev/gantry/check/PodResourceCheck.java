package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Amount;
import dev.gantry.field.FieldPath;
import java.math.BigDecimal;
import java.util.Map;

/** Compares the resources of pods as wholes with those of their containers. */
final class PodResourceCheck {

    private final PodFindings findings;

    PodResourceCheck(PodFindings findings) {
        this.findings = findings;
    }

    void check(Workload workload) {
        JsonNode resources = workload.podSpec().path("resources");
        if (resources.isEmpty()) {
            return;
        }
        JsonNode limits = resources.path("limits");
        for (Map.Entry<String, JsonNode> limit : limits.properties()) {
            String name = limit.getKey();
            checkName(workload, "limits", name);
            String most = limit.getValue().asText();
            if (Amount.isAbove(resources.path("requests").path(name).asText(), most)) {
                add(
                        workload,
                        "requests",
                        name,
                        "The pod requests more " + name + " than its limit of " + most + ".",
                        "Request at most the limit.");
            }
            checkLimit(workload, name, most);
            if (!resources.path("requests").has(name)) {
                checkRequests(workload, "limits", name, most);
            }
        }
        for (Map.Entry<String, JsonNode> request : resources.path("requests").properties()) {
            if (!limits.has(request.getKey())) {
                checkName(workload, "requests", request.getKey());
            }
            checkRequests(
                    workload, "requests", request.getKey(), request.getValue().asText());
        }
    }

    private void checkName(Workload workload, String list, String name) {
        if (!name.equals("cpu") && !name.equals("memory") && !name.startsWith(ResourceCheck.HUGE_PAGES)) {
            findings.add(
                    workload,
                    FieldPath.child("resources." + list, name),
                    PodRule.RESOURCE,
                    "A pod as a whole cannot have the resource \"" + name + "\".",
                    "Only cpu, memory and huge pages can be shared; give it to a container.");
        }
    }

    private void checkLimit(Workload workload, String name, String most) {
        for (PodContainer container : workload.containers()) {
            String limit =
                    container.node().path("resources").path("limits").path(name).asText();
            if (container.list().equals("containers") && Amount.isAbove(limit, most)) {
                findings.add(
                        container,
                        FieldPath.child("resources.limits", name),
                        PodRule.POD_RESOURCE,
                        "The container \"" + container.name() + "\" has a limit of " + limit + " " + name
                                + ", but its pod one of " + most + ".",
                        "Limit the container to at most what the pod has.");
            }
        }
    }

    private void checkRequests(Workload workload, String list, String name, String amount) {
        BigDecimal together = together(workload, name);
        BigDecimal most = Amount.parse(amount);
        if (most != null && together.compareTo(most) > 0) {
            add(
                    workload,
                    list,
                    name,
                    "The containers request " + together.stripTrailingZeros().toPlainString() + " " + name
                            + " together, but the pod has only " + amount + ".",
                    "Give the pod at least what its containers request.");
        }
    }

    /** What the containers request at most at one time: those that stay together, or each that prepares beside them. */
    private static BigDecimal together(Workload workload, String name) {
        BigDecimal staying = BigDecimal.ZERO;
        BigDecimal sidecars = BigDecimal.ZERO;
        BigDecimal preparing = BigDecimal.ZERO;
        for (PodContainer container : workload.containers()) {
            BigDecimal request = Amount.orZero(container.request(name));
            if (container.list().equals("containers")) {
                staying = staying.add(request);
            } else if (container.runsBesideOthers()) {
                sidecars = sidecars.add(request);
            } else {
                preparing = preparing.max(sidecars.add(request));
            }
        }
        return staying.add(sidecars).max(preparing);
    }

    private void add(Workload workload, String list, String name, String message, String hint) {
        findings.add(workload, FieldPath.child("resources." + list, name), PodRule.POD_RESOURCE, message, hint);
    }
}
