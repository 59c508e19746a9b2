package dev.gantry.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for what is written in pods, whoever makes them: what an API server would say about it. */
enum PodRule implements Rule {
    /** A field of a probe or a lifecycle hook that this one may not have, or that contradicts another. */
    PROBE(RuleFacts.error("GTY-POD-001", "A probe or a lifecycle hook says what it may not")),
    /** Fields of a mount, a device or a volume that exclude each other, or paths that lead out of it. */
    MOUNT(RuleFacts.error("GTY-POD-002", "A volume cannot be mounted in the way that is asked for")),
    /** A field of the pod, or a resource of a container, that cannot be handed to it. */
    DOWNWARD(RuleFacts.error("GTY-POD-003", "A container asks for a field of its pod that it cannot get")),
    /** A resource that there is not, or an amount that it cannot have. */
    RESOURCE(RuleFacts.error("GTY-POD-004", "A resource is none that a container can have, or not in this amount")),
    /** Resources of a pod as a whole that its containers do not fit in. */
    POD_RESOURCE(RuleFacts.error("GTY-POD-005", "The containers do not fit in the resources of their pod")),
    /** Fields of a pod that exclude each other. */
    FIELDS(RuleFacts.error("GTY-POD-006", "Fields of a pod contradict each other")),
    /** Name servers and host names that the pods cannot have. */
    NAMES(RuleFacts.error("GTY-POD-007", "Pods are told to look up names in a way that they cannot")),
    /** A port of the node that cannot be taken. */
    HOST_PORT(RuleFacts.error("GTY-POD-008", "A container cannot have this port of its node")),
    /** Privileges that are given and taken at once. */
    PRIVILEGE(RuleFacts.error("GTY-POD-009", "A security context gives a privilege and takes it")),
    /** Wishes about nodes that contradict each other. */
    SCHEDULING(RuleFacts.error("GTY-POD-010", "What a pod wants of its nodes contradicts itself")),
    /** A constraint that spreads no pods. */
    SPREADS_NOTHING(RuleFacts.warning("GTY-POD-011", "Pods are to be spread, but none are counted")),
    /** Thousandths of a byte. */
    FRACTION(RuleFacts.warning("GTY-POD-012", "An amount of memory or storage has fractions of a byte")),
    /** An amount in the place of the other. */
    SWAPPED(RuleFacts.error("GTY-POD-013", "An amount of CPU or memory is beyond all measure"));

    private final RuleFacts facts;

    PodRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
