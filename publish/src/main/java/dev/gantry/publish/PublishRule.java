package dev.gantry.publish;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** What can keep a tree from being published. */
public enum PublishRule implements Rule {
    /** The working copy is not named, or not there. */
    NO_DIRECTORY(RuleFacts.fatal("GTY-PUB-001", "There is no folder to publish to")),
    /** The folder is in no working copy of Git. */
    NO_WORKING_COPY(RuleFacts.fatal("GTY-PUB-002", "The folder to publish to is in no working copy of Git")),
    /** Somebody is at work in the working copy. */
    DIRTY(RuleFacts.fatal("GTY-PUB-003", "The working copy has changes that are not committed")),
    /** A commit would belong to no branch. */
    NO_BRANCH(RuleFacts.fatal("GTY-PUB-004", "The working copy is on no branch")),
    /** Git does not know who commits. */
    NO_IDENTITY(RuleFacts.fatal("GTY-PUB-005", "Nobody says who the author of the commit is")),
    /** A file that Gantry did not make is in the way. */
    FOREIGN_FILE(RuleFacts.fatal("GTY-PUB-006", "A file that is not Gantry's stands where it publishes")),
    /** The list of what was published is not what Gantry writes. */
    LIST(RuleFacts.fatal("GTY-PUB-007", "The list of published files cannot be used")),
    /** Writing or committing failed. */
    NOT_COMMITTED(RuleFacts.fatal("GTY-PUB-008", "The tree could not be committed")),
    /** The remote repository did not take the commit. */
    NOT_PUSHED(RuleFacts.fatal("GTY-PUB-009", "The commit could not be pushed")),
    /** Argo CD would find nothing where it looks. */
    OTHER_PLACE(
            RuleFacts.fatal("GTY-PUB-010", "An Application reads another folder than the one that is published to")),
    /** Argo CD would not see the commit. */
    OTHER_BRANCH(
            RuleFacts.notice("GTY-PUB-011", "An Application reads another branch than the one that is published to"));

    private final RuleFacts facts;

    PublishRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
