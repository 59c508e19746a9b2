package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Finding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at how Deployments and DaemonSets replace their pods: that the numbers can stand together. */
final class RolloutCheck {

    private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,9})%");
    private static final int USUAL_DEADLINE_SECONDS = 600;

    private final Findings findings;

    RolloutCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Model model) {
        for (Manifest deployment : model.ofKind("apps", "Deployment")) {
            JsonNode spec = deployment.tree().path("spec");
            checkDeadline(deployment, spec);
            JsonNode limits = spec.path("strategy").path("rollingUpdate");
            checkPercentage(deployment, limits, "maxUnavailable", "spec.strategy.rollingUpdate.maxUnavailable");
            if (limits.isObject() && spec.path("strategy").path("type").asText().equals("Recreate")) {
                add(
                        deployment,
                        "spec.strategy.rollingUpdate",
                        "The pods are replaced all at once, so there is no rolling update to limit.",
                        "Leave out one of them.");
            }
        }
        for (Manifest daemonSet : model.ofKind("apps", "DaemonSet")) {
            JsonNode limits =
                    daemonSet.tree().path("spec").path("updateStrategy").path("rollingUpdate");
            String path = "spec.updateStrategy.rollingUpdate.";
            checkPercentage(daemonSet, limits, "maxUnavailable", path + "maxUnavailable");
            checkPercentage(daemonSet, limits, "maxSurge", path + "maxSurge");
        }
    }

    private void checkDeadline(Manifest deployment, JsonNode spec) {
        int ready = spec.path("minReadySeconds").asInt();
        int deadline = spec.path("progressDeadlineSeconds").asInt(USUAL_DEADLINE_SECONDS);
        if (ready > 0 && ready >= deadline) {
            add(
                    deployment,
                    "spec.minReadySeconds",
                    "A pod counts only after it was ready for " + ready + " seconds, but the rollout is given up after "
                            + deadline + ".",
                    "Make the time shorter, or call progressDeadline(...) with more.");
        }
    }

    private void checkPercentage(Manifest owner, JsonNode limits, String field, String path) {
        Matcher percentage = PERCENTAGE.matcher(limits.path(field).asText(""));
        if (percentage.matches() && Integer.parseInt(percentage.group(1)) > 100) {
            add(
                    owner,
                    path,
                    field + " is " + percentage.group() + ", which is more than all pods.",
                    "Give at most 100%.");
        }
    }

    private void add(Manifest owner, String field, String message, String hint) {
        findings.add(owner, field, Finding.of(WorkloadRule.ROLLOUT, message).hint(hint));
    }
}
