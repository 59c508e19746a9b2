package dev.gantry.extension;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for the program as a whole. */
public enum ProgramRule implements Rule {
    /** A builder was kept and used after its block. */
    USED_LATER(RuleFacts.fatal("GTY-PRG-001", "A builder was used after its block had ended")),
    /** One resource was added to stacks more than once. */
    ADDED_TWICE(RuleFacts.fatal("GTY-PRG-002", "A resource was added twice")),
    /** A resource is named by another, but belongs to no stack. */
    NEVER_ADDED(RuleFacts.fatal("GTY-PRG-003", "A resource is referenced but was never added to a stack")),
    /** A resource was made and then forgotten. */
    FORGOTTEN(RuleFacts.warning("GTY-PRG-004", "A resource was made but never added to a stack")),
    /** Two resources have the same kind, namespace and name. */
    SAME_IDENTITY(RuleFacts.fatal("GTY-PRG-005", "Two resources have the same identity")),
    /** Two stacks have the same name. */
    SAME_STACK(RuleFacts.fatal("GTY-PRG-006", "Two stacks have the same name")),
    /** A resource that lives outside the program was added to a stack. */
    EXTERNAL_ADDED(RuleFacts.fatal("GTY-PRG-007", "A resource that exists outside the program was added to a stack")),
    /** The blueprint threw an exception. */
    THREW(RuleFacts.fatal("GTY-PRG-008", "The blueprint threw an exception")),
    /** The blueprint did not come to an end. */
    NEVER_ENDS(RuleFacts.fatal("GTY-PRG-009", "The blueprint did not end within its time limit")),
    /** A severity was changed without a reason, or for a code that does not exist. */
    ADJUSTMENT(RuleFacts.fatal("GTY-PRG-010", "A decision about findings is not valid")),
    /** A raw edit changed what identifies a resource, or could not be applied. */
    EDIT(RuleFacts.fatal("GTY-PRG-011", "A raw edit cannot be applied")),
    /** The named blueprint cannot be loaded or made. */
    BLUEPRINT(RuleFacts.fatal("GTY-PRG-012", "The blueprint cannot be used")),
    /** Several blueprints, and none was named. */
    SEVERAL_BLUEPRINTS(RuleFacts.fatal("GTY-PRG-013", "There are several blueprints")),
    /** The arguments of a run make no sense. */
    ARGUMENT(RuleFacts.fatal("GTY-PRG-014", "An argument is not valid")),
    /** The program added nothing. */
    EMPTY(RuleFacts.warning("GTY-PRG-015", "The program made no resources")),
    /** A field can only name resources of its own namespace, but the one it names lives in another. */
    OTHER_NAMESPACE(RuleFacts.fatal("GTY-PRG-016", "A reference leads to another namespace")),
    /** A file of the program is not there or cannot be read. */
    FILE(RuleFacts.fatal("GTY-PRG-017", "A file of the program cannot be read")),
    /** The run in a second JVM, which {@code validate} compares with, did not succeed. */
    SECOND_RUN(RuleFacts.fatal("GTY-PRG-018", "The program fails in a second JVM")),
    /** A custom kind whose definition is not in the program. */
    SCOPE(RuleFacts.warning("GTY-PRG-019", "It is not known whether a custom kind lives in namespaces")),
    /** {@code in(namespace)} was called on a resource of the program. */
    MOVED(RuleFacts.fatal("GTY-PRG-020", "A resource of the program is named as if it existed outside")),
    /** {@code dependsOn(...)} was given what this program does not make. */
    DEPENDENCY(RuleFacts.fatal("GTY-PRG-021", "A dependency is on something that the program does not make")),
    /** Stacks depend on each other, in part perhaps through their resources. */
    DEPENDENCY_CIRCLE(RuleFacts.fatal("GTY-PRG-022", "Stacks wait for each other in a circle")),
    /** There is nobody here who can render an output, so its proof was left out. */
    NOT_PROVED(RuleFacts.warning("GTY-PRG-023", "An output is not proved equal to the program"));

    private final RuleFacts facts;

    ProgramRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
