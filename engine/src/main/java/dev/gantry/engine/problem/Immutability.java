package dev.gantry.engine.problem;

import java.util.regex.Pattern;

/** Recognizes that a field cannot be changed by the words that API servers and authors of custom resources have for it. */
final class Immutability {

    private static final Pattern WORDS = Pattern.compile(
            "\\bimmutable\\b|may not change once set|\\bcannot change |(can ?not|may not|must not) be (changed|updated|modified)"
                    + "|updates? to .* (is|are) forbidden|updates may not change",
            Pattern.CASE_INSENSITIVE);

    private Immutability() {}

    /** Whether this is what the message of a cause says. */
    static boolean isMeant(String message) {
        return WORDS.matcher(EchoedValue.without(message)).find();
    }
}
