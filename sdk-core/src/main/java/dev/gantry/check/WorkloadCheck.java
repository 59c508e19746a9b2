package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.util.Map;

/** Looks at workloads as wholes: selector, rollout, and that there is something to run. */
final class WorkloadCheck {

    private final Findings findings;
    private final ContainerCheck containers;
    private final VolumeCheck volumes;
    private final PodCheck pods;

    WorkloadCheck(Model model, Findings findings) {
        this.findings = findings;
        this.containers = new ContainerCheck(findings);
        this.volumes = new VolumeCheck(findings);
        this.pods = new PodCheck(model, findings);
    }

    void check(Workloads workloads) {
        for (Workload workload : workloads.all()) {
            JsonNode spec = workload.manifest().tree().path("spec");
            if (workload.podSpec().path("containers").isEmpty()) {
                findings.add(
                        workload.manifest(),
                        workload.podSpecPath() + ".containers",
                        Finding.of(WorkloadRule.NO_CONTAINERS, "The pods have no containers.")
                                .hint("Call container(name, image, options)."));
            }
            switch (workload.type()) {
                case "Deployment" -> {
                    checkSelector(workload, spec.path("selector"));
                    checkRollout(workload, spec.path("strategy"), "spec.strategy", "25%", "25%");
                }
                case "DaemonSet" -> {
                    checkSelector(workload, spec.path("selector"));
                    checkRollout(workload, spec.path("updateStrategy"), "spec.updateStrategy", "0", "1");
                }
                case "StatefulSet", "ReplicaSet" -> checkSelector(workload, spec.path("selector"));
                default -> {}
            }
            containers.check(workload);
            volumes.check(workload);
            pods.check(workload);
        }
    }

    private void checkSelector(Workload workload, JsonNode selector) {
        if (Selectors.isEmpty(selector)) {
            findings.add(
                    workload.manifest(),
                    "spec.selector",
                    Finding.of(WorkloadRule.SELECTOR, "The workload has no selector, so it does not know its own pods.")
                            .hint("Call selector(key, value), such as selector(\"app.kubernetes.io/name\", \""
                                    + workload.manifest().id().name() + "\")."));
            return;
        }
        for (Map.Entry<String, JsonNode> label : selector.path("matchLabels").properties()) {
            String key = label.getKey();
            JsonNode present = workload.labels().path(key);
            if (present.isMissingNode()
                    || !present.asText().equals(label.getValue().asText())) {
                String wanted = key + "=" + label.getValue().asText();
                String there = present.isMissingNode() ? "no such label" : key + "=" + present.asText();
                mismatch(workload, FieldPath.child("spec.selector.matchLabels", key), key, wanted, there);
            }
        }
        JsonNode expressions = selector.path("matchExpressions");
        for (int i = 0; i < expressions.size(); i++) {
            JsonNode expression = expressions.path(i);
            if (!Selectors.asks(expression, workload.labels())) {
                String key = expression.path("key").asText();
                JsonNode present = workload.labels().path(key);
                String there = present.isMissingNode() ? "no such label" : key + "=" + present.asText();
                mismatch(workload, "spec.selector.matchExpressions[" + i + "]", key, shown(expression), there);
            }
        }
    }

    private void mismatch(Workload workload, String field, String key, String wanted, String there) {
        findings.add(
                workload.manifest(),
                field,
                Finding.of(WorkloadRule.SELECTOR, "The selector wants " + wanted + ", but the pods have " + there + ".")
                        .hint("Say it once with selector(key, value): that writes the label of the pods too.")
                        .related(
                                workload.manifest().lineOf(FieldPath.child(workload.labelsPath(), key)),
                                "the labels of the pods"));
    }

    private static String shown(JsonNode expression) {
        StringBuilder shown = new StringBuilder(expression.path("key").asText())
                .append(' ')
                .append(expression.path("operator").asText());
        for (JsonNode value : expression.path("values")) {
            shown.append(' ').append(value.asText());
        }
        return shown.toString();
    }

    private void checkRollout(Workload workload, JsonNode strategy, String path, String surge, String unavailable) {
        JsonNode limits = strategy.path("rollingUpdate");
        if (limits.isMissingNode()) {
            return;
        }
        if (isNone(limits.path("maxSurge").asText(surge))
                && isNone(limits.path("maxUnavailable").asText(unavailable))) {
            findings.add(
                    workload.manifest(),
                    path + ".rollingUpdate",
                    Finding.of(
                                    WorkloadRule.STUCK_ROLLOUT,
                                    "maxSurge and maxUnavailable are both 0: no pod may be added and none removed, so the"
                                            + " rollout could never begin.")
                            .hint("Give one of them at least 1."));
        }
    }

    private static boolean isNone(String limit) {
        return limit.equals("0") || limit.equals("0%");
    }
}
