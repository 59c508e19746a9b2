package dev.gantry.finding;

import com.google.errorprone.annotations.Immutable;

/**
 * What is fixed about a rule.
 *
 * @param code the stable code, such as {@code GTY-NET-003}: letters of the area and three digits, never used again
 * @param severity how much a finding of the rule weighs unless the author says otherwise
 * @param title what is wrong, in one line without the particulars
 * @param adjustable whether the author may say otherwise
 */
@Immutable
public record RuleFacts(String code, Severity severity, String title, boolean adjustable) {

    /** An error that the author may accept. */
    public static RuleFacts error(String code, String title) {
        return new RuleFacts(code, Severity.ERROR, title, true);
    }

    /** A warning that the author may silence. */
    public static RuleFacts warning(String code, String title) {
        return new RuleFacts(code, Severity.WARNING, title, true);
    }

    /** A warning about what only shows when the output is used, so that no program can decide about it. */
    public static RuleFacts notice(String code, String title) {
        return new RuleFacts(code, Severity.WARNING, title, false);
    }

    /** An error that cannot be accepted, because no output can be made as long as it stands. */
    public static RuleFacts fatal(String code, String title) {
        return new RuleFacts(code, Severity.ERROR, title, false);
    }
}
