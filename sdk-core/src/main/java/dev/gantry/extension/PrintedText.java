package dev.gantry.extension;

import org.jspecify.annotations.Nullable;

/**
 * What stands in a string in place of a value that is known only when every resource has been placed. A program that writes
 * such a string meant the value itself.
 */
public final class PrintedText {

    private static final String MARK = "{value that is known later}";

    private static volatile boolean printed;

    private PrintedText() {}

    /** The {@code toString()} of a value that is known later. */
    public static String print() {
        printed = true;
        return MARK;
    }

    /** What is wrong with a text that holds such a value; {@code null} if it holds none. */
    static @Nullable Flaw flaw(String text) {
        return printed && text.contains(MARK)
                ? new Flaw(
                        ValueRule.UNKNOWN,
                        "\"" + text + "\" holds a value that is known only when every resource has been placed.",
                        "Pass the value itself, or join texts with Text.join(...).")
                : null;
    }
}
