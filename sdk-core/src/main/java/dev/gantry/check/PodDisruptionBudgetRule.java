package dev.gantry.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for PodDisruptionBudgets. */
enum PodDisruptionBudgetRule implements Rule {
    /** Limits that leave no pod to evict. */
    BLOCKS(RuleFacts.warning("GTY-PDB-001", "A PodDisruptionBudget never allows a disruption")),
    /** A selector that no pods of the program match. */
    SELECTS_NOTHING(RuleFacts.warning("GTY-PDB-002", "A PodDisruptionBudget selects no pods of the program")),
    /** A selector that asks for nothing, and so takes every pod. */
    SELECTS_ALL(RuleFacts.warning("GTY-PDB-003", "A PodDisruptionBudget selects every pod of its namespace")),
    /** Two budgets for one pod, which the eviction API refuses. */
    SAME_PODS(RuleFacts.error("GTY-PDB-004", "Two PodDisruptionBudgets select the same pods")),
    /** A limit that needs to know how many pods there should be, on pods of which nobody knows. */
    NOT_COUNTED(RuleFacts.warning("GTY-PDB-005", "A PodDisruptionBudget counts pods whose number nobody states"));
    private final RuleFacts facts;

    PodDisruptionBudgetRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
