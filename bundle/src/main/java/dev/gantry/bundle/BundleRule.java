package dev.gantry.bundle;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** What can be wrong with the directory that a bundle is written to or read from. */
public enum BundleRule implements Rule {
    /** The directory has files in it, and no {@code gantry.json}. */
    NOT_OWNED(RuleFacts.fatal("GTY-OUT-001", "The output directory is not Gantry's")),
    /** A file or a folder that Gantry did not make is in the way. */
    FOREIGN_FILE(RuleFacts.fatal("GTY-OUT-002", "A file that is not Gantry's stands where Gantry writes")),
    /** Two paths are one on a file system that ignores case, or one is a folder of the other. */
    PATH_COLLISION(RuleFacts.fatal("GTY-OUT-003", "Two files of the output would have the same path")),
    /** The format of the bundle is newer than this code. */
    NEWER_FORMAT(RuleFacts.fatal("GTY-OUT-004", "The bundle was written by a newer Gantry")),
    /** A file of the bundle is absent, broken, or not from the same run. */
    UNREADABLE(RuleFacts.fatal("GTY-OUT-005", "The bundle cannot be read")),
    /** The operating system refused: disk full, no permission, read-only. */
    NOT_WRITABLE(RuleFacts.fatal("GTY-OUT-006", "The output cannot be written")),
    /** A symbolic link below the output directory is in the way; Gantry follows none. */
    SYMBOLIC_LINK(RuleFacts.fatal("GTY-OUT-007", "A symbolic link stands where Gantry writes")),
    /** A path leads out of the output directory, or is not possible on every system. */
    UNSAFE_PATH(RuleFacts.fatal("GTY-OUT-008", "A path is not a portable path below the output directory")),
    /** The run that wrote the bundle did not come to its end. */
    INTERRUPTED(RuleFacts.fatal("GTY-OUT-009", "The run that wrote the bundle was interrupted"));
    private final RuleFacts facts;

    BundleRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
