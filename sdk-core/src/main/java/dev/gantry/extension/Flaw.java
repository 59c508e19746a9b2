package dev.gantry.extension;

import dev.gantry.finding.Rule;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a value, before anybody knows where it will be written.
 *
 * @param rule the rule that it breaks
 * @param message what is wrong, with the value
 * @param hint what to do; empty if the message says it
 */
public record Flaw(Rule rule, String message, String hint) {

    /** A null where a value belongs. */
    public static Flaw missing() {
        return new Flaw(
                ValueRule.NULL,
                "A value is needed here, but null was given.",
                "Pass a value, or do not call this method.");
    }

    /** A number that is not within bounds, both included. */
    static Flaw outOfRange(long value, long least, long most) {
        return new Flaw(ValueRule.RANGE, value + " is out of range.", "Give a number " + bounds(least, most) + ".");
    }

    /** A duration that is not within bounds of whole seconds, both included; {@code null} if it is. */
    static @Nullable Flaw ofSeconds(Duration value, long least, long most) {
        if (value.getNano() != 0) {
            return new Flaw(ValueRule.DURATION, value + " is not a whole number of seconds.", "Round it to seconds.");
        }
        return value.toSeconds() >= least && value.toSeconds() <= most
                ? null
                : new Flaw(
                        ValueRule.DURATION,
                        value + " is out of range.",
                        "Give a duration " + bounds(least, most) + " seconds.");
    }

    /**
     * A named text that has not the form that it must have; {@code null} if it has.
     *
     * @param what the text is, as the beginning of a sentence
     */
    public static @Nullable Flaw ofSyntax(Rule rule, String what, @Nullable String value, Syntax syntax) {
        String problem = value == null ? "is null" : syntax.problem(value);
        return problem == null
                ? null
                : new Flaw(rule, what + " \"" + value + "\" " + problem + ".", syntax.description());
    }

    /** A text that has not the form that it must have; {@code null} if it has. */
    static @Nullable Flaw ofSyntax(Rule rule, @Nullable String value, Syntax syntax) {
        String problem = value == null ? null : syntax.problem(value);
        return problem == null ? null : new Flaw(rule, "\"" + value + "\" " + problem + ".", syntax.description());
    }

    /** A call to a builder whose block has ended. */
    public static Flaw usedLater() {
        return new Flaw(
                ProgramRule.USED_LATER,
                "This builder was used after its block had ended; the call had no effect.",
                "Make the call inside the block that received the builder.");
    }

    private static String bounds(long least, long most) {
        boolean open = most == Integer.MAX_VALUE || most == Long.MAX_VALUE;
        return open ? "of at least " + least : "from " + least + " to " + most;
    }
}
