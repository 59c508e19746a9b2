package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Reference;
import dev.gantry.finding.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares PodDisruptionBudgets with the pods that they select, and with each other. */
final class PodDisruptionBudgetCheck {

    private final Model model;
    private final Workloads workloads;
    private final Replicas replicas;
    private final Findings findings;

    PodDisruptionBudgetCheck(Model model, Workloads workloads, Replicas replicas, Findings findings) {
        this.model = model;
        this.workloads = workloads;
        this.replicas = replicas;
        this.findings = findings;
    }

    void check() {
        List<Manifest> budgets = model.ofKind("policy", "PodDisruptionBudget");
        if (budgets.isEmpty()) {
            return;
        }
        DisruptionsAllowed limits = new DisruptionsAllowed(replicas, findings);
        Map<Workload, Manifest> covered = new HashMap<>();
        for (Manifest budget : budgets) {
            JsonNode selector = budget.tree().path("spec").path("selector");
            boolean asksForNothing = Selectors.isEmpty(selector);
            if (asksForNothing && !selector.isMissingNode()) {
                if (!budget.namesAbsent("spec.selector")) {
                    selectsAll(budget);
                }
                continue;
            }
            List<Workload> selected =
                    asksForNothing ? List.of() : workloads.select(budget.id().namespace(), selector);
            if (selected.isEmpty()) {
                selectsNothing(budget);
            } else {
                checkOthers(budget, selected, covered);
            }
            limits.check(budget, selected);
        }
    }

    private void checkOthers(Manifest budget, List<Workload> selected, Map<Workload, Manifest> covered) {
        boolean reported = false;
        for (Workload workload : selected) {
            Manifest other = covered.putIfAbsent(workload, budget);
            if (other != null && !reported) {
                reported = true;
                findings.add(
                        budget,
                        "spec.selector",
                        Finding.of(
                                        PodDisruptionBudgetRule.SAME_PODS,
                                        "The pods of " + workload + " have another one, " + other
                                                + ": they cannot be evicted at all.")
                                .hint("Leave one of the two out, or give the workloads labels that tell them apart.")
                                .related(other.origin(), "the first one is made here"));
            }
        }
    }

    private void selectsAll(Manifest budget) {
        Finding finding = Finding.of(
                PodDisruptionBudgetRule.SELECTS_ALL,
                "The selector asks for nothing, so it takes every pod of the namespace.");
        for (Reference reference : budget.references()) {
            if (reference.field().equals("spec.selector")) {
                finding = Finding.of(
                                PodDisruptionBudgetRule.SELECTS_ALL,
                                "The labels of " + reference.target()
                                        + " are not known, so the selector takes every pod" + " of the namespace.")
                        .related(reference.target().origin(), reference.target() + " is named here");
            }
        }
        findings.add(
                budget,
                "spec.selector",
                finding.hint("Pass a workload of the program with labels: selector(key, value), or podLabel(key, value)"
                        + " where the kind has no selector."));
    }

    private void selectsNothing(Manifest budget) {
        findings.add(
                budget,
                "spec.selector",
                Finding.of(PodDisruptionBudgetRule.SELECTS_NOTHING, "No pods of the program match the selector.")
                        .hint(
                                "Pass the workload that is meant to PodDisruptionBudget.of(name, pods, options). If such pods"
                                        + " come from elsewhere, accept this finding with finding(code, Severity.OFF,"
                                        + " reason)."));
    }
}
