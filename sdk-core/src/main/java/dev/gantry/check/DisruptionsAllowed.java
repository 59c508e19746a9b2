package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.util.List;

/** Whether a PodDisruptionBudget lets any of its pods go. */
final class DisruptionsAllowed {

    private final Replicas replicas;
    private final Findings findings;

    DisruptionsAllowed(Replicas replicas, Findings findings) {
        this.replicas = replicas;
        this.findings = findings;
    }

    void check(Manifest budget, List<Workload> selected) {
        JsonNode spec = budget.tree().path("spec");
        JsonNode least = spec.path("minAvailable");
        JsonNode most = spec.path("maxUnavailable");
        if (least.isMissingNode() && most.isMissingNode()) {
            blocks(
                    budget,
                    "spec",
                    "There is neither minAvailable nor maxUnavailable, so no pod may ever be missing.",
                    "Call maxUnavailable(IntOrPercent.of(1)).");
        } else if (isNone(most)) {
            blocks(
                    budget,
                    "spec.maxUnavailable",
                    "No pod may ever be missing, so the nodes of these pods cannot be drained.",
                    "Give at least 1.");
        } else if (least.asText().equals("100%")) {
            blocks(
                    budget,
                    "spec.minAvailable",
                    "All pods must stay, so their nodes cannot be drained.",
                    "Give less than 100%, or call maxUnavailable(IntOrPercent.of(1)).");
        } else if (!checkCounted(budget, least, most, selected)) {
            checkReplicas(budget, least, selected);
        }
    }

    private void blocks(Manifest budget, String field, String message, String hint) {
        findings.add(
                budget,
                field,
                Finding.of(PodDisruptionBudgetRule.BLOCKS, message).hint(hint));
    }

    private static boolean isNone(JsonNode limit) {
        return limit.asText().equals("0") || limit.asText().equals("0%");
    }

    /** Only a number of pods that must stay can do without the number that there should be. */
    private boolean checkCounted(Manifest budget, JsonNode least, JsonNode most, List<Workload> selected) {
        if (most.isMissingNode() && !least.asText().endsWith("%")) {
            return false;
        }
        for (Workload workload : selected) {
            switch (workload.type()) {
                case "DaemonSet", "Job", "CronJob", "Pod" -> {
                    findings.add(
                            budget,
                            most.isMissingNode() ? "spec.minAvailable" : "spec.maxUnavailable",
                            Finding.of(
                                            PodDisruptionBudgetRule.NOT_COUNTED,
                                            "A cluster does not know how many pods of " + workload + " there should be,"
                                                    + " so it lets none of them go.")
                                    .hint("Call minAvailable(IntOrPercent.of(pods)), or leave the budget out.")
                                    .related(workload.manifest().origin(), workload + " is made here"));
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private void checkReplicas(Manifest budget, JsonNode least, List<Workload> selected) {
        if (least.isMissingNode() || selected.isEmpty()) {
            return;
        }
        long total = 0;
        for (Workload workload : selected) {
            if (!replicas.isScalable(workload)) {
                return;
            }
            total += replicas.least(workload);
        }
        long stay = wanted(least, total);
        if (total > 0 && stay >= total) {
            Finding finding = Finding.of(
                            PodDisruptionBudgetRule.BLOCKS,
                            "At least " + stay + " " + (stay == 1 ? "pod" : "pods") + " must stay, but there "
                                    + (total == 1 ? "is 1" : "are " + total) + ": none of them can be evicted.")
                    .hint("Ask for less than there are replicas, or call maxUnavailable(IntOrPercent.of(1)).");
            for (Workload workload : selected) {
                finding = related(finding, workload);
            }
            findings.add(budget, "spec.minAvailable", finding);
        }
    }

    private Finding related(Finding finding, Workload workload) {
        Manifest autoscaler = replicas.autoscaler(workload);
        String number = replicas.least(workload) == 1 ? "1 replica" : replicas.least(workload) + " replicas";
        Origin line = autoscaler == null
                ? workload.manifest().lineOf("spec.replicas")
                : autoscaler.lineOf("spec.minReplicas");
        return finding.related(
                line,
                autoscaler == null
                        ? workload + " has " + number
                        : autoscaler + " leaves " + workload + " " + number + " at least");
    }

    /** How many of the pods must stay; a share is rounded up. */
    private static long wanted(JsonNode least, long total) {
        String text = least.asText();
        if (!text.endsWith("%")) {
            return least.isInt() ? least.asInt() : 0;
        }
        try {
            long percent = Long.parseLong(text.substring(0, text.length() - 1));
            return (percent * total + 99) / 100;
        } catch (NumberFormatException e) {
            return 0; // a flaw of its own
        }
    }
}
