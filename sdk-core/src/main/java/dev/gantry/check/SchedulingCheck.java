package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;

/** Looks at what pods want of their nodes: how they are spread, and what they tolerate. */
final class SchedulingCheck {

    private final PodFindings findings;

    SchedulingCheck(PodFindings findings) {
        this.findings = findings;
    }

    void check(Workload workload) {
        JsonNode constraints = workload.podSpec().path("topologySpreadConstraints");
        for (int i = 0; i < constraints.size(); i++) {
            checkConstraint(workload, constraints.path(i), "topologySpreadConstraints[" + i + "]");
        }
        Repeats.find(
                constraints,
                each -> each.path("topologyKey").asText("") + " "
                        + each.path("whenUnsatisfiable").asText(""),
                (first, second) -> findings.addRepeat(
                        workload,
                        "topologySpreadConstraints[" + second + "]",
                        "topologySpreadConstraints[" + first + "]",
                        PodRule.SCHEDULING,
                        "Another constraint spreads the pods over "
                                + constraints.path(second).path("topologyKey").asText()
                                + " with the same action.",
                        "Write one constraint for both, or give them different actions."));
        JsonNode tolerations = workload.podSpec().path("tolerations");
        for (int i = 0; i < tolerations.size(); i++) {
            checkToleration(workload, tolerations.path(i), "tolerations[" + i + "]");
        }
    }

    private void checkConstraint(Workload workload, JsonNode constraint, String path) {
        if (constraint.path("minDomains").isNumber()
                && !constraint.path("whenUnsatisfiable").asText().equals("DoNotSchedule")) {
            add(
                    workload,
                    path + ".minDomains",
                    "A number of domains can only be asked for where pods are not scheduled otherwise.",
                    "Pass UnsatisfiableAction.DO_NOT_SCHEDULE, or leave out minDomains(...).");
        }
        if (constraint.path("labelSelector").isObject()) {
            return;
        }
        if (!constraint.path("matchLabelKeys").isEmpty()) {
            add(
                    workload,
                    path + ".matchLabelKeys",
                    "matchLabelKeys narrows a selector, but the constraint has none.",
                    "Call counts(...) too.");
        } else {
            findings.add(
                    workload,
                    path + ".labelSelector",
                    PodRule.SPREADS_NOTHING,
                    "The constraint has no selector, so it counts no pods and spreads none.",
                    "Call counts(...) with the labels of the pods.");
        }
    }

    private void checkToleration(Workload workload, JsonNode toleration, String path) {
        String effect = toleration.path("effect").asText("");
        if (toleration.path("tolerationSeconds").isNumber() && !effect.equals("NoExecute")) {
            add(
                    workload,
                    path + ".tolerationSeconds",
                    "Only a taint that evicts pods can be tolerated for a time, and the toleration is of "
                            + (effect.isEmpty() ? "every effect" : effect) + ".",
                    "Pass TaintEffect.NO_EXECUTE, or leave out atMost(...).");
        }
        boolean exists = toleration.path("operator").asText("").equals("Exists");
        if (exists && !toleration.path("value").asText("").isEmpty()) {
            add(
                    workload,
                    path + ".value",
                    "A toleration of any value names one.",
                    "Leave out the value, or the operator Exists.");
        } else if (!exists && toleration.path("key").asText("").isEmpty()) {
            add(
                    workload,
                    path + ".key",
                    "A toleration without a key is of every taint, which needs the operator Exists.",
                    "Call Toleration.everything(), or name a key.");
        }
    }

    private void add(Workload workload, String field, String message, String hint) {
        findings.add(workload, field, PodRule.SCHEDULING, message, hint);
    }
}
