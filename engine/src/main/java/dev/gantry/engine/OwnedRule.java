package dev.gantry.engine;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** What an operator has to say of the objects of a custom resource. */
public enum OwnedRule implements Rule {
    /** Somebody else made it, and would miss it when the custom resource is deleted. */
    FOREIGN_OBJECT(RuleFacts.fatal("GTY-OWN-001", "The object exists, and the operator did not make it")),
    /** It was made for another custom resource. */
    OTHER_OWNER(RuleFacts.fatal("GTY-OWN-002", "The object belongs to another custom resource")),
    /** The cluster deletes with a custom resource only what lives in its namespace. */
    OUT_OF_REACH(RuleFacts.fatal("GTY-OWN-003", "The object does not live in the namespace of the custom resource")),
    /** What nobody watches is not noticed when it changes, and is not deleted when it is no longer made. */
    NOT_WATCHED(RuleFacts.fatal("GTY-OWN-004", "The operator does not watch objects of this kind")),
    /** The custom resource decides; whoever wants something else has to ask for it there. */
    CHANGED_BACK(RuleFacts.notice(
            "GTY-OWN-005", "Somebody has changed an object of a custom resource, and it was changed back"));

    private final RuleFacts facts;

    OwnedRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
