package dev.gantry.extension;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for single values. */
public enum ValueRule implements Rule {
    /** A null where a value belongs. */
    NULL(RuleFacts.fatal("GTY-VAL-001", "A value is null")),
    /** A name that Kubernetes rejects. */
    NAME(RuleFacts.error("GTY-VAL-002", "A name is not valid")),
    /** A label or annotation key, or a label value, that Kubernetes rejects. */
    LABEL(RuleFacts.error("GTY-VAL-003", "A label or annotation is not valid")),
    /** A quantity that Kubernetes does not read. */
    QUANTITY(RuleFacts.error("GTY-VAL-004", "A quantity is not valid")),
    /** An image reference that no registry accepts. */
    IMAGE(RuleFacts.error("GTY-VAL-005", "An image reference is not valid")),
    /** A port whose name or number is out of bounds. */
    PORT(RuleFacts.error("GTY-VAL-006", "A port is not valid")),
    /** A number outside of what the field allows. */
    RANGE(RuleFacts.error("GTY-VAL-007", "A number is out of range")),
    /** A duration that the field cannot hold. */
    DURATION(RuleFacts.error("GTY-VAL-008", "A duration is not valid")),
    /** Text of a form that the field does not take. */
    TEXT(RuleFacts.error("GTY-VAL-009", "A text has not the form that the field takes")),
    /** Two values that cannot both stand. */
    CONFLICT(RuleFacts.error("GTY-VAL-010", "Two values contradict each other")),
    /** A field that exists, but not for this kind. */
    NOT_ALLOWED(RuleFacts.error("GTY-VAL-011", "A field is not allowed here")),
    /** Labels or content that the program does not have, where they are needed. */
    UNKNOWN(RuleFacts.error("GTY-VAL-012", "What is needed of another resource is not known"));

    private final RuleFacts facts;

    ValueRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
