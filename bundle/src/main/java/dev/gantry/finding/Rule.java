package dev.gantry.finding;

/**
 * One thing that can be wrong, with its stable code. Rules are enum constants, so that every rule of a module can be
 * listed, documented and tested.
 */
public interface Rule {

    /** What is fixed about the rule. */
    RuleFacts facts();

    /** The stable code, such as {@code GTY-NET-003}. */
    default String code() {
        return facts().code();
    }

    /** How much a finding of this rule weighs unless the author says otherwise. */
    default Severity severity() {
        return facts().severity();
    }

    /** What is wrong, in one line without the particulars. */
    default String title() {
        return facts().title();
    }

    /**
     * Whether a stack or a resource may change the severity. {@code false} where no output can be made as long as the
     * problem stands, such as two resources of one name.
     */
    default boolean adjustable() {
        return facts().adjustable();
    }
}
