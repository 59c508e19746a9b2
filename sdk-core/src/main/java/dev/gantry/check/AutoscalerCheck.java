package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares autoscalers with the workloads whose replicas they change. */
final class AutoscalerCheck {

    private final Model model;
    private final Autoscalers autoscalers;
    private final Workloads workloads;
    private final Findings findings;
    private final Map<@Nullable String, LimitRangeItems> limits = new HashMap<>();

    AutoscalerCheck(Model model, Autoscalers autoscalers, Workloads workloads, Findings findings) {
        this.model = model;
        this.autoscalers = autoscalers;
        this.workloads = workloads;
        this.findings = findings;
    }

    void check() {
        Map<@Nullable String, List<Manifest>> ranges = new HashMap<>();
        for (Manifest range : model.ofKind("", "LimitRange")) {
            ranges.computeIfAbsent(range.id().namespace(), x -> new ArrayList<>(1))
                    .add(range);
        }
        ranges.forEach((namespace, those) -> limits.put(namespace, new LimitRangeItems(those)));
        for (Manifest autoscaler : autoscalers.all()) {
            JsonNode spec = autoscaler.tree().path("spec");
            checkBounds(autoscaler, spec);
            AutoscalerTarget target = Autoscalers.target(autoscaler);
            Manifest first = autoscalers.of(target).get(0);
            if (first != autoscaler) {
                sameTarget(autoscaler, first, target);
            }
            Manifest scaled = target.in(model);
            if (scaled != null) {
                checkReplicas(autoscaler, scaled);
                checkMetrics(autoscaler, spec, workloads.of(scaled));
            }
        }
    }

    private void checkBounds(Manifest autoscaler, JsonNode spec) {
        JsonNode most = spec.path("maxReplicas");
        if (!most.isNumber()) {
            findings.add(
                    autoscaler,
                    "spec.maxReplicas",
                    Finding.of(HorizontalPodAutoscalerRule.BOUNDS, "The autoscaler has no greatest number of replicas.")
                            .hint("Call replicas(least, most)."));
            return;
        }
        int least = spec.path("minReplicas").asInt(1);
        if (least > most.asInt()) {
            findings.add(
                    autoscaler,
                    "spec.minReplicas",
                    Finding.of(
                                    HorizontalPodAutoscalerRule.BOUNDS,
                                    "The least number of replicas is " + least + ", but the greatest is " + most.asInt()
                                            + ".")
                            .hint("Call replicas(least, most) with the smaller number first."));
        } else if (least == 0) {
            findings.add(
                    autoscaler,
                    "spec.minReplicas",
                    Finding.of(
                                    HorizontalPodAutoscalerRule.ZERO,
                                    "The autoscaler may remove all pods, which most clusters reject.")
                            .hint(
                                    "Give at least 1, or make sure that the cluster has the feature HPAScaleToZero and that"
                                            + " one metric comes from outside the pods."));
        }
    }

    private void sameTarget(Manifest autoscaler, Manifest other, AutoscalerTarget target) {
        findings.add(
                autoscaler,
                "spec.scaleTargetRef",
                Finding.of(HorizontalPodAutoscalerRule.SAME_TARGET, target + " has another autoscaler, " + other + ".")
                        .hint("Give one autoscaler several metrics: it takes the one that needs the most replicas.")
                        .related(other.origin(), "the first one is made here"));
    }

    private void checkReplicas(Manifest autoscaler, Manifest scaled) {
        JsonNode replicas = scaled.tree().path("spec").path("replicas");
        if (!replicas.isMissingNode()) {
            findings.add(
                    scaled,
                    "spec.replicas",
                    Finding.of(
                                    HorizontalPodAutoscalerRule.FIXED_REPLICAS,
                                    "The number of replicas is fixed to " + replicas.asText() + ", but " + autoscaler
                                            + " changes it: each apply would undo what it did.")
                            .hint("Leave replicas(...) out; the autoscaler decides.")
                            .related(autoscaler.origin(), "the autoscaler is made here"));
        }
    }

    private void checkMetrics(Manifest autoscaler, JsonNode spec, @Nullable Workload target) {
        if (target == null) {
            return;
        }
        JsonNode metrics = spec.path("metrics");
        if (metrics.isEmpty()) {
            checkRequests(
                    autoscaler, "spec.metrics", target, "cpu", null); // what a cluster does where no metric is named
        }
        for (int i = 0; i < metrics.size(); i++) {
            JsonNode metric = metrics.path(i);
            switch (metric.path("type").asText()) {
                case "Resource" -> {
                    JsonNode resource = metric.path("resource");
                    if (isUtilization(resource)) {
                        String path = "spec.metrics[" + i + "].resource";
                        checkRequests(
                                autoscaler, path, target, resource.path("name").asText(), null);
                    }
                }
                case "ContainerResource" -> {
                    JsonNode resource = metric.path("containerResource");
                    String path = "spec.metrics[" + i + "].containerResource";
                    String container = resource.path("container").asText();
                    if (target.container(container) == null) {
                        findings.add(
                                autoscaler,
                                path + ".container",
                                target.noContainer(HorizontalPodAutoscalerRule.NO_CONTAINER, container));
                    } else if (isUtilization(resource)) {
                        checkRequests(
                                autoscaler, path, target, resource.path("name").asText(), container);
                    }
                }
                default -> {}
            }
        }
    }

    private static boolean isUtilization(JsonNode metric) {
        return metric.path("target").path("type").asText().equals("Utilization");
    }

    private void checkRequests(
            Manifest autoscaler, String path, Workload target, String resource, @Nullable String only) {
        if (only == null && PodContainer.request(target.podSpec(), resource) != null) {
            return;
        }
        LimitRangeItems defaults = limits.get(target.manifest().id().namespace());
        for (PodContainer container : target.containers()) {
            boolean counted = only == null
                    ? container.runsBesideOthers()
                    : container.name().equals(only);
            if (counted && container.request(resource) == null && !isFilledIn(defaults, container, resource)) {
                Origin line = target.manifest().lineOf(container.path("resources"));
                findings.add(
                        autoscaler,
                        path,
                        Finding.of(
                                        HorizontalPodAutoscalerRule.NO_REQUEST,
                                        "The autoscaler follows " + Words.resource(resource)
                                                + " in percent of what is requested, but the container \""
                                                + container.name()
                                                + "\" of " + target + " requests none.")
                                .hint(
                                        "Call requests(cpu, memory) on the container, or follow an average value instead.")
                                .related(line, "the container \"" + container.name() + "\" is made here"));
            }
        }
    }

    /** A LimitRange of the namespace states requests for containers that do not. */
    private static boolean isFilledIn(@Nullable LimitRangeItems defaults, PodContainer container, String resource) {
        return defaults != null && defaults.request(container, resource) != null;
    }
}
