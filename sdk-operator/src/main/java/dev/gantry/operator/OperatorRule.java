package dev.gantry.operator;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** What can be wrong with an operator, or keep it from starting. */
public enum OperatorRule implements Rule {
    /** The definition of the custom resource is not installed. */
    NOT_SERVED(RuleFacts.fatal("GTY-OPR-001", "The cluster does not serve the custom resource of the operator")),
    /** The operator owns objects of a kind that this cluster does not have. */
    OWNED_NOT_SERVED(RuleFacts.notice("GTY-OPR-002", "The cluster does not serve a kind that the operator owns")),
    /** The class says neither which API group it is of nor in which version. */
    CLASS(RuleFacts.fatal("GTY-OPR-003", "The class of the custom resource cannot be used")),
    /** The operator makes nothing that is watched. */
    OWNS_NOTHING(RuleFacts.fatal("GTY-OPR-004", "The operator owns no kind")),
    /** A watch or the leadership is lost for good, or the cluster cannot be reached at the start. */
    STOPPED(RuleFacts.fatal("GTY-OPR-005", "The operator cannot go on")),
    /** A page of the operator's server cannot be served, since its port is taken. */
    PORT_TAKEN(RuleFacts.fatal("GTY-OPR-006", "The port of the operator's pages is taken")),
    /** Somebody has written into a custom resource what its class has no place for. */
    UNREADABLE(RuleFacts.fatal("GTY-OPR-007", "The class cannot hold what the custom resource says")),
    /** The class has a status, and the definition no place for it. */
    STATUS_NOT_SERVED(
            RuleFacts.notice("GTY-OPR-008", "The definition of the custom resource has no status subresource"));

    private final RuleFacts facts;

    OperatorRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
