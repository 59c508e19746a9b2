package dev.gantry.extension;

import dev.gantry.finding.Rule;
import dev.gantry.finding.Severity;

/** Rules for single values. */
public enum ValueRule implements Rule {
    /** A null where a value belongs. */
    NULL("GTY-VAL-001", "A value is null"),
    /** A name that Kubernetes rejects. */
    NAME("GTY-VAL-002", "A name is not valid"),
    /** A label or annotation key, or a label value, that Kubernetes rejects. */
    LABEL("GTY-VAL-003", "A label or annotation is not valid"),
    /** A quantity that Kubernetes does not read. */
    QUANTITY("GTY-VAL-004", "A quantity is not valid"),
    /** An image reference that no registry accepts. */
    IMAGE("GTY-VAL-005", "An image reference is not valid"),
    /** A port whose name or number is out of bounds. */
    PORT("GTY-VAL-006", "A port is not valid"),
    /** A number outside of what the field allows. */
    RANGE("GTY-VAL-007", "A number is out of range"),
    /** A duration that the field cannot hold. */
    DURATION("GTY-VAL-008", "A duration is not valid"),
    /** Text of a form that the field does not take. */
    TEXT("GTY-VAL-009", "A text has not the form that the field takes"),
    /** Two values that cannot both stand. */
    CONFLICT("GTY-VAL-010", "Two values contradict each other"),
    /** A field that exists, but not for this kind. */
    NOT_ALLOWED("GTY-VAL-011", "A field is not allowed here");

    private final String code;
    private final String title;

    ValueRule(String code, String title) {
        this.code = code;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean adjustable() {
        return this != NULL;
    }
}
