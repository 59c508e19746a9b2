package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Amount;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares vertical autoscalers with the workloads that they look after, and with each other. */
final class VerticalAutoscalerCheck {

    private static final String POLICIES = "spec.resourcePolicy.containerPolicies";

    private final Model model;
    private final Autoscalers horizontal;
    private final Workloads workloads;
    private final Findings findings;

    VerticalAutoscalerCheck(Model model, Autoscalers horizontal, Workloads workloads, Findings findings) {
        this.model = model;
        this.horizontal = horizontal;
        this.workloads = workloads;
        this.findings = findings;
    }

    void check() {
        List<Manifest> autoscalers = model.ofKind("autoscaling.k8s.io", "VerticalPodAutoscaler");
        if (autoscalers.isEmpty()) {
            return;
        }
        OpposedAutoscalers opposed = new OpposedAutoscalers(horizontal, findings);
        Map<AutoscalerTarget, Manifest> byTarget = new HashMap<>();
        for (Manifest autoscaler : autoscalers) {
            JsonNode spec = autoscaler.tree().path("spec");
            AutoscalerTarget target = AutoscalerTarget.of(autoscaler, spec.path("targetRef"));
            Manifest other = byTarget.putIfAbsent(target, autoscaler);
            if (other != null) {
                sameTarget(autoscaler, other, target);
            }
            Manifest resized = target.in(model);
            Workload workload = resized == null ? null : workloads.of(resized);
            checkComplete(autoscaler, spec);
            checkPolicies(autoscaler, spec, workload);
            opposed.check(autoscaler, target, workload);
        }
    }

    private void sameTarget(Manifest autoscaler, Manifest other, AutoscalerTarget target) {
        findings.add(
                autoscaler,
                "spec.targetRef",
                Finding.of(
                                VerticalPodAutoscalerRule.SAME_TARGET,
                                target + " has another vertical autoscaler, " + other + ".")
                        .hint("Give one of them a policy for each container.")
                        .related(other.origin(), "the first one is made here"));
    }

    private void checkComplete(Manifest autoscaler, JsonNode spec) {
        JsonNode update = spec.path("updatePolicy");
        if (!update.isMissingNode() && !update.has("updateMode")) {
            rejected(
                    autoscaler,
                    "spec.updatePolicy",
                    "The policy of updates has no mode.",
                    "Call updateMode(...) too, such as updateMode(UpdateMode.RECREATE).");
        }
        if (spec.path("recommenders").size() > 1) {
            rejected(
                    autoscaler,
                    "spec.recommenders[1]",
                    "There are several recommenders; only one is allowed.",
                    "Call recommender(name) once.");
        }
    }

    private void checkPolicies(Manifest autoscaler, JsonNode spec, @Nullable Workload workload) {
        JsonNode policies = spec.path("resourcePolicy").path("containerPolicies");
        for (int i = 0; i < policies.size(); i++) {
            JsonNode policy = policies.path(i);
            String path = POLICIES + "[" + i + "]";
            checkBounds(autoscaler, path, policy);
            if (policy.path("mode").asText().equals("Off")
                    && policy.path("controlledValues").asText().equals("RequestsAndLimits")) {
                rejected(
                        autoscaler,
                        path + ".controlledValues",
                        "The mode is Off, so there are no values to control.",
                        "Leave controlledValues(...) out, or the mode.");
            }
            if (workload != null) {
                checkContainer(autoscaler, path, policy, workload);
            }
        }
        Repeats.find(
                policies,
                Repeats.field("containerName"),
                (first, second) -> findings.add(
                        autoscaler,
                        POLICIES + "[" + second + "].containerName",
                        Finding.of(
                                        VerticalPodAutoscalerRule.REJECTED,
                                        "There is another policy for \""
                                                + policies.path(second)
                                                        .path("containerName")
                                                        .asText()
                                                + "\".")
                                .hint("Give each container one policy.")
                                .related(autoscaler.lineOf(POLICIES + "[" + first + "]"), "the first one is here")));
    }

    private void rejected(Manifest autoscaler, String field, String message, String hint) {
        findings.add(
                autoscaler,
                field,
                Finding.of(VerticalPodAutoscalerRule.REJECTED, message).hint(hint));
    }

    private void checkBounds(Manifest autoscaler, String path, JsonNode policy) {
        JsonNode most = policy.path("maxAllowed");
        for (Map.Entry<String, JsonNode> least : policy.path("minAllowed").properties()) {
            String resource = least.getKey();
            String bound = most.path(resource).asText();
            if (Amount.isAbove(least.getValue().asText(), bound)) {
                findings.add(
                        autoscaler,
                        FieldPath.child(path + ".minAllowed", resource),
                        Finding.of(
                                        VerticalPodAutoscalerRule.BOUNDS,
                                        "The least " + resource + " is "
                                                + least.getValue().asText() + ", but the greatest is " + bound + ".")
                                .hint("Call minAllowed(...) with less than maxAllowed(...).")
                                .related(
                                        autoscaler.lineOf(FieldPath.child(path + ".maxAllowed", resource)),
                                        "the greatest is set here"));
            }
        }
    }

    private void checkContainer(Manifest autoscaler, String path, JsonNode policy, Workload workload) {
        String name = policy.path("containerName").asText();
        PodContainer container = workload.container(name);
        if (container != null) {
            checkRequests(autoscaler, path, policy, container);
        } else if (!name.equals("*") && !workload.containers().isEmpty()) {
            findings.add(
                    autoscaler,
                    path + ".containerName",
                    workload.noContainer(VerticalPodAutoscalerRule.NO_CONTAINER, name));
        }
    }

    private void checkRequests(Manifest autoscaler, String path, JsonNode policy, PodContainer container) {
        for (Map.Entry<String, JsonNode> most : policy.path("maxAllowed").properties()) {
            String resource = most.getKey();
            String request = container.request(resource);
            String bound = most.getValue().asText();
            if (Amount.isAbove(request, bound)) {
                boolean byLimit = container.requestsByLimit(resource);
                String requested =
                        container.path(FieldPath.child(byLimit ? "resources.limits" : "resources.requests", resource));
                findings.add(
                        autoscaler,
                        FieldPath.child(path + ".maxAllowed", resource),
                        Finding.of(
                                        VerticalPodAutoscalerRule.BELOW_REQUEST,
                                        "At most " + bound + " " + resource + " is allowed, but the container \""
                                                + container.name() + "\" requests " + request + ".")
                                .hint("Allow at least what the container requests, or request less.")
                                .related(
                                        container.workload().manifest().lineOf(requested),
                                        (byLimit ? "the limit, which is the request too, of " : "the request of ")
                                                + container.workload()));
            }
        }
    }
}
