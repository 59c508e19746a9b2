package dev.gantry.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for the versions of Kubernetes' own APIs. */
enum VersionRule implements Rule {
    /** A version that the cluster serves no more. */
    REMOVED(RuleFacts.error("GTY-API-001", "The cluster does not serve this version of an API any more")),
    /** A version that the cluster serves, and a later one will not. */
    DEPRECATED(RuleFacts.warning("GTY-API-002", "A deprecated version of an API")),
    /** A version that the cluster does not serve yet. */
    NOT_YET(RuleFacts.error("GTY-API-003", "The cluster does not serve this version of an API yet")),
    /** A kind that was never in this version or group. */
    UNKNOWN(RuleFacts.error("GTY-API-004", "A kind of Kubernetes is not in this group or version"));
    private final RuleFacts facts;

    VersionRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
