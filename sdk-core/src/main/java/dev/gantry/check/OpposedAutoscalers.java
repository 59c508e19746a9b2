package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The horizontal autoscalers beside vertical ones: two that follow one resource work against each other. */
final class OpposedAutoscalers {

    private final Findings findings;
    private final Autoscalers autoscalers;

    OpposedAutoscalers(Autoscalers autoscalers, Findings findings) {
        this.autoscalers = autoscalers;
        this.findings = findings;
    }

    void check(Manifest vertical, AutoscalerTarget target, @Nullable Workload workload) {
        JsonNode spec = vertical.tree().path("spec");
        if (spec.path("updatePolicy").path("updateMode").asText().equals("Off")) {
            return;
        }
        for (Manifest horizontal : autoscalers.of(target)) {
            List<String> both = new ArrayList<>(2);
            String field = "spec.metrics";
            JsonNode metrics = horizontal.tree().path("spec").path("metrics");
            if (metrics.isEmpty() && isControlled(spec, workload, "cpu", null)) {
                both.add("cpu"); // what a cluster follows where no metric is named
            }
            for (int i = 0; i < metrics.size(); i++) {
                String resource = followed(metrics.path(i));
                if (resource != null
                        && !both.contains(resource)
                        && isControlled(spec, workload, resource, container(metrics.path(i)))) {
                    field = both.isEmpty() ? "spec.metrics[" + i + "]" : field;
                    both.add(resource);
                }
            }
            if (!both.isEmpty()) {
                add(vertical, horizontal, field, target, both);
            }
        }
    }

    private void add(Manifest vertical, Manifest horizontal, String field, AutoscalerTarget target, List<String> both) {
        String what = Words.list(both, Words::resource);
        findings.add(
                vertical,
                "spec.targetRef",
                Finding.of(
                                VerticalPodAutoscalerRule.BESIDE_HORIZONTAL,
                                "It changes what " + target + " requests of " + what + ", and " + horizontal
                                        + " the number of replicas by the use of the same: each answers to what the"
                                        + " other did.")
                        .hint("Leave " + what
                                + " to one of them with controlledResources(...) or another metric, or only"
                                + " recommend with updateMode(UpdateMode.OFF).")
                        .related(horizontal.lineOf(field), horizontal + " follows " + what));
    }

    /** The resource of the pods that a metric is about; {@code null} for other metrics. */
    private static @Nullable String followed(JsonNode metric) {
        return switch (metric.path("type").asText()) {
            case "Resource" -> metric.path("resource").path("name").asText();
            case "ContainerResource" ->
                metric.path("containerResource").path("name").asText();
            default -> null;
        };
    }

    private static @Nullable String container(JsonNode metric) {
        return metric.path("containerResource").path("container").textValue();
    }

    /** Whether the vertical autoscaler changes a resource of a container, or of any if none is named. */
    private static boolean isControlled(
            JsonNode spec, @Nullable Workload workload, String resource, @Nullable String only) {
        JsonNode policies = spec.path("resourcePolicy").path("containerPolicies");
        if (only != null) {
            return isControlled(policies, only, resource);
        }
        if (workload != null) {
            return workload.containers().stream()
                    .anyMatch(c -> c.list().equals("containers") && isControlled(policies, c.name(), resource));
        }
        boolean any = isControlled(policies, "", resource);
        for (JsonNode policy : policies) {
            any |= isControlled(policies, policy.path("containerName").asText(), resource);
        }
        return any;
    }

    private static boolean isControlled(JsonNode policies, String container, String resource) {
        JsonNode found = null;
        for (JsonNode policy : policies) {
            String name = policy.path("containerName").asText();
            if (name.equals(container) || (name.equals("*") && found == null)) {
                found = policy;
            }
        }
        if (found == null) {
            return resource.equals("cpu") || resource.equals("memory");
        }
        JsonNode controlled = found.path("controlledResources");
        return !found.path("mode").asText().equals("Off")
                && (controlled.isMissingNode()
                        ? resource.equals("cpu") || resource.equals("memory")
                        : RoleCheck.contains(controlled, resource));
    }
}
