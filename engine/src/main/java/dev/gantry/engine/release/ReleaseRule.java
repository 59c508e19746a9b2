package dev.gantry.engine.release;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** What can stand between a stack and what the cluster knows of it: inventory, lock, history, generated Secrets. */
public enum ReleaseRule implements Rule {
    /** The Secret that is to hold the inventory is somebody else's. */
    FOREIGN_INVENTORY(RuleFacts.fatal("GTY-REL-001", "The inventory of the stack belongs to another tool")),
    /** Somebody changed the inventory by hand, or its Secret was copied. */
    BROKEN_INVENTORY(RuleFacts.fatal("GTY-REL-002", "The inventory of the stack is damaged")),
    /** Two programs, or two environments of one, have a stack of this name in this namespace. */
    OTHER_PROGRAM(RuleFacts.fatal("GTY-REL-003", "The stack in the cluster is of another program or environment")),
    /** Only the engine says which set an object belongs to. */
    LABELLED_INPUT(RuleFacts.fatal("GTY-REL-004", "The program itself sets the label of an ApplySet")),
    /** An object belongs to one set at most. */
    OTHER_SET(RuleFacts.fatal("GTY-REL-005", "The object belongs to another ApplySet")),
    /** A controller makes the object, changes it back, and makes it anew when it is gone. */
    CONTROLLED(RuleFacts.fatal("GTY-REL-006", "The object is controlled by another object")),
    /** Another run holds the lock. */
    LOCKED(RuleFacts.fatal("GTY-REL-007", "The stack is being deployed by another run")),
    /** The lock could not be renewed, or somebody else took it. */
    LOCK_LOST(RuleFacts.fatal("GTY-REL-008", "The run lost its lock")),
    /** Somebody else wrote between reading and writing. */
    CONCURRENT_CHANGE(RuleFacts.fatal("GTY-REL-009", "Somebody else changed the inventory or the history meanwhile")),
    /** The revision was trimmed, or there never was one. */
    UNKNOWN_REVISION(RuleFacts.fatal("GTY-REL-010", "There is no such revision")),
    /** What the revision holds is not what was written. */
    CORRUPT_REVISION(RuleFacts.fatal("GTY-REL-011", "The revision is damaged")),
    /** The revision was too large to be kept, and has no contents. */
    EMPTY_REVISION(RuleFacts.fatal("GTY-REL-012", "The revision was recorded without its contents")),
    /** The stack can be applied, but not rolled back to. */
    LARGE_REVISION(RuleFacts.notice("GTY-REL-013", "The stack is too large for the history")),
    /** A program that lost its resources by mistake must not delete everything. */
    EMPTY_STACK(RuleFacts.fatal("GTY-REL-014", "Nothing is left of a stack that is deployed")),
    /** What cannot be seen cannot be told from what is gone. */
    PARTIAL_VIEW(RuleFacts.fatal("GTY-REL-015", "The objects of the stack cannot all be listed")),
    /** The server refuses, or finalizers keep it. */
    NOT_DELETED(RuleFacts.fatal("GTY-REL-016", "An object that the program no longer has could not be deleted")),
    /** The values of a Secret that somebody else made are not ours to add to. */
    FOREIGN_SECRET(RuleFacts.fatal("GTY-REL-017", "A Secret to generate exists, is not Gantry's, and lacks a key")),
    /** The cluster has a stack of this program and environment that the program does not have. */
    LEFT_STACK(RuleFacts.notice("GTY-REL-018", "A stack is deployed that the program no longer has"));

    private final RuleFacts facts;

    ReleaseRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
