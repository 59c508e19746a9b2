package dev.gantry.extension;

import dev.gantry.finding.Rule;
import dev.gantry.finding.Severity;

/** Rules for the program as a whole. */
public enum ProgramRule implements Rule {
    /** A builder was kept and used after its block. */
    USED_LATER("GTY-PRG-001", Severity.ERROR, "A builder was used after its block had ended"),
    /** One resource was added to stacks more than once. */
    ADDED_TWICE("GTY-PRG-002", Severity.ERROR, "A resource was added twice"),
    /** A resource is named by another, but belongs to no stack. */
    NEVER_ADDED("GTY-PRG-003", Severity.ERROR, "A resource is referenced but was never added to a stack"),
    /** A resource was made and then forgotten. */
    FORGOTTEN("GTY-PRG-004", Severity.WARNING, "A resource was made but never added to a stack"),
    /** Two resources have the same kind, namespace and name. */
    SAME_IDENTITY("GTY-PRG-005", Severity.ERROR, "Two resources have the same identity"),
    /** Two stacks have the same name. */
    SAME_STACK("GTY-PRG-006", Severity.ERROR, "Two stacks have the same name"),
    /** A resource that lives outside the program was added to a stack. */
    EXTERNAL_ADDED("GTY-PRG-007", Severity.ERROR, "A resource that exists outside the program was added to a stack"),
    /** The blueprint threw an exception. */
    THREW("GTY-PRG-008", Severity.ERROR, "The blueprint threw an exception"),
    /** The blueprint did not come to an end. */
    NEVER_ENDS("GTY-PRG-009", Severity.ERROR, "The blueprint did not end within its time limit"),
    /** A severity was changed without a reason, or for a code that does not exist. */
    ADJUSTMENT("GTY-PRG-010", Severity.ERROR, "A decision about findings is not valid"),
    /** A raw edit changed what identifies a resource, or could not be applied. */
    EDIT("GTY-PRG-011", Severity.ERROR, "A raw edit cannot be applied"),
    /** The named blueprint cannot be loaded or made. */
    BLUEPRINT("GTY-PRG-012", Severity.ERROR, "The blueprint cannot be used"),
    /** Several blueprints, and none was named. */
    SEVERAL_BLUEPRINTS("GTY-PRG-013", Severity.ERROR, "There are several blueprints"),
    /** The arguments of a run make no sense. */
    ARGUMENT("GTY-PRG-014", Severity.ERROR, "An argument is not valid"),
    /** The program added nothing. */
    EMPTY("GTY-PRG-015", Severity.WARNING, "The program made no resources"),
    /** A field can only name resources of its own namespace, but the one it names lives in another. */
    OTHER_NAMESPACE("GTY-PRG-016", Severity.ERROR, "A reference leads to another namespace"),
    /** A file of the program is not there or cannot be read. */
    FILE("GTY-PRG-017", Severity.ERROR, "A file of the program cannot be read"),
    /** The run in a second JVM, which {@code validate} compares with, did not succeed. */
    SECOND_RUN("GTY-PRG-018", Severity.ERROR, "The program fails in a second JVM");

    private final String code;
    private final Severity severity;
    private final String title;

    ProgramRule(String code, Severity severity, String title) {
        this.code = code;
        this.severity = severity;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean adjustable() {
        return severity != Severity.ERROR;
    }
}
