package dev.gantry.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for volumes that outlive pods. */
enum StorageRule implements Rule {
    /** A claim that one node or pod can use, in a workload of several pods. */
    SHARED(RuleFacts.warning("GTY-STO-001", "Several pods share a claim that only one node or pod can use")),
    /** Two classes for claims that name none. */
    TWO_DEFAULTS(RuleFacts.warning("GTY-STO-002", "Two storage classes are the default")),
    /** A block device that is mounted as files, or files as a block device. */
    VOLUME_MODE(RuleFacts.error("GTY-STO-003", "A container uses a volume in another mode than it has")),
    /** A claim that names a volume which is not what it asks for. */
    UNSUITABLE(RuleFacts.error("GTY-STO-004", "A claim names a volume that does not suit it")),
    /** A disk of a node, without the node. */
    LOCAL_ANYWHERE(RuleFacts.error("GTY-STO-005", "A local volume does not say on which node it is"));
    private final RuleFacts facts;

    StorageRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
