package dev.gantry.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for what pods may do, and who may reach them. */
enum SecurityRule implements Rule {
    /** Pods that could get out of their containers, in a stack that says nothing of hardening. */
    BASELINE(RuleFacts.warning("GTY-SEC-001", "A workload falls short of the Pod Security Standard baseline")),
    /** Pods that may do more than most need, in a stack that says nothing of hardening. */
    RESTRICTED(RuleFacts.warning("GTY-SEC-002", "A workload falls short of the Pod Security Standard restricted")),
    /** Pods that contradict {@code harden(BASELINE)}. */
    HARDENED_BASELINE(RuleFacts.error("GTY-SEC-003", "A workload contradicts the hardening of its stack to baseline")),
    /** Pods that contradict {@code harden(RESTRICTED)}. */
    HARDENED_RESTRICTED(
            RuleFacts.error("GTY-SEC-004", "A workload contradicts the hardening of its stack to restricted")),
    /** Pods that the namespace of the program does not admit. */
    REJECTED(RuleFacts.error("GTY-SEC-005", "A namespace does not admit the pods of a workload")),
    /** A namespace in which every pod can be reached by every other. */
    OPEN_NAMESPACE(RuleFacts.warning("GTY-SEC-006", "A namespace has no NetworkPolicy that denies by default")),
    /** A level of pod security that does not exist, in a label of a Namespace. */
    NO_STANDARD(RuleFacts.error("GTY-SEC-007", "A Namespace names a Pod Security Standard that does not exist"));
    private final RuleFacts facts;

    SecurityRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
