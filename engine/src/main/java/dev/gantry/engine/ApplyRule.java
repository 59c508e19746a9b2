package dev.gantry.engine;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** What can be wrong with objects that are to be applied, and with how they come up. */
public enum ApplyRule implements Rule {
    /** Two manifests are of one object. */
    SAME_IDENTITY(RuleFacts.fatal("GTY-APY-002", "Two manifests are of the same object")),
    /** A manifest has no name, or leaves it to the server. */
    NAMELESS(RuleFacts.fatal("GTY-APY-003", "A manifest has no name")),
    /** It will not become ready without help. */
    FAILED(RuleFacts.fatal("GTY-APY-004", "An object that was applied has failed")),
    /** It is not ready yet, and the time is over. */
    NOT_READY(RuleFacts.fatal("GTY-APY-005", "An object is not ready in time")),
    /** It is being deleted. */
    BEING_DELETED(RuleFacts.fatal("GTY-APY-006", "An object is being deleted")),
    /** It was deleted to be made anew, the new one was refused, and the old one is back. */
    RESTORED(RuleFacts.fatal("GTY-APY-007", "An object could not be made anew, and was restored")),
    /** It was deleted to be made anew, and neither the new nor the old one could be made. */
    LOST(RuleFacts.fatal("GTY-APY-008", "An object was deleted, and could not be made anew")),
    /** Fields that kubectl had set could not be taken over. */
    NOT_TAKEN_OVER(RuleFacts.notice("GTY-APY-009", "Fields that were applied client-side are not taken over")),
    /** The run was stopped. */
    INTERRUPTED(RuleFacts.fatal("GTY-APY-010", "The run was interrupted")),
    /** A stack that failed was brought back to what it was. */
    ROLLED_BACK(RuleFacts.notice("GTY-APY-011", "A stack was brought back to its last good revision")),
    /** A stack that failed has no revision to go back to, or going back failed. */
    NOT_ROLLED_BACK(RuleFacts.fatal("GTY-APY-012", "A stack could not be brought back"));

    private final RuleFacts facts;

    ApplyRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
