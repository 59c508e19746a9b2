package dev.gantry.engine.desired;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** What can be wrong with the choice of what is deployed. */
public enum EnvironmentRule implements Rule {
    /** The bundle has several environments, and only one goes to a cluster. */
    NOT_CHOSEN(RuleFacts.fatal("GTY-DEP-001", "It is not said which environment is deployed")),
    /** The bundle has no environment of that name. */
    UNKNOWN(RuleFacts.fatal("GTY-DEP-002", "The bundle has no such environment")),
    /** The bundle has no stack of that name. */
    NO_STACK(RuleFacts.fatal("GTY-DEP-003", "The bundle has no such stack")),
    /** An option does not name objects in the way that is expected. */
    SELECTION(RuleFacts.fatal("GTY-DEP-004", "An option does not name an object")),
    /** An option names an object that has nothing to do with this run. */
    SELECTION_UNUSED(RuleFacts.notice("GTY-DEP-005", "An option names an object that is not there"));

    private final RuleFacts facts;

    EnvironmentRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
