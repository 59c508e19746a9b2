package dev.gantry.lock;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** What can be wrong with sources of other places. */
public enum LockRule implements Rule {
    /** The program takes in something that the lock file does not know. */
    NOT_LOCKED(RuleFacts.fatal("GTY-LCK-001", "Something of another place is not locked")),
    /** A copy beside the lock file is not what was locked, or is not there. */
    COPY(RuleFacts.fatal("GTY-LCK-002", "A locked copy is not what was locked")),
    /** The lock file cannot be read. */
    UNREADABLE(RuleFacts.fatal("GTY-LCK-003", "The lock file cannot be read")),
    /** What a program names is no address of something that can be locked. */
    ADDRESS(RuleFacts.fatal("GTY-LCK-004", "The address of a remote source is not valid")),
    /** A server does not answer, or not with what was asked for. */
    UNREACHABLE(RuleFacts.fatal("GTY-LCK-005", "A remote source cannot be had")),
    /** No version of a chart is what the program asks for. */
    NO_VERSION(RuleFacts.fatal("GTY-LCK-006", "A chart has no such version")),
    /** Something that was locked has other content now. */
    CHANGED(RuleFacts.fatal("GTY-LCK-007", "A remote source has changed since it was locked"));

    private final RuleFacts facts;

    LockRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
