package dev.gantry.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for what a namespace or the cluster allows. */
enum NamespaceLimitRule implements Rule {
    /** A default above the most, or the like. */
    CONTRADICTION(RuleFacts.error("GTY-LIM-001", "The limits of a LimitRange contradict each other")),
    /** A container or claim that a LimitRange of its namespace does not allow. */
    OUTSIDE(RuleFacts.error("GTY-LIM-002", "A container or claim is outside of what a LimitRange allows")),
    /** A container without the request or limit that a quota counts. */
    UNCOUNTED(RuleFacts.error("GTY-LIM-003", "A container does not state what a quota counts")),
    /** More than a quota allows. */
    ABOVE_QUOTA(RuleFacts.warning("GTY-LIM-004", "A namespace asks for more than its quota")),
    /** Two priority classes for pods that name none. */
    TWO_DEFAULTS(RuleFacts.error("GTY-LIM-005", "Two priority classes are the default"));
    private final RuleFacts facts;

    NamespaceLimitRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
