package dev.gantry.istio.security;

import org.jspecify.annotations.Nullable;

/** What builders ask of the texts of an {@link AuthorizationPolicy}, for checks of objects that were written elsewhere. */
public final class PolicySyntax {

    private PolicySyntax() {}

    /**
     * What is wrong with a text.
     *
     * @param message a sentence that shows the text
     * @param hint what to do
     */
    public record PolicyMistake(String message, String hint) {}

    /**
     * What is wrong with a text in a list of a source or an operation; {@code null} if nothing is.
     *
     * @param list such as {@code ipBlocks} or {@code notPaths}
     */
    public static @Nullable PolicyMistake ofList(String list, String text) {
        return mistake(PolicyText.ofList(list), text);
    }

    /** What is wrong with the key of a condition, such as {@code source.ip}; {@code null} if nothing is. */
    public static @Nullable PolicyMistake ofKey(String key) {
        return PolicyText.isKnown(key)
                ? null
                : new PolicyMistake("\"" + key + "\" is not an attribute that Istio knows.", PolicyText.keyHint(key));
    }

    /** What is wrong with a value that a condition compares the attribute of a key with; {@code null} if nothing is. */
    public static @Nullable PolicyMistake ofValue(String key, String text) {
        return mistake(PolicyText.ofAttribute(key), text);
    }

    private static @Nullable PolicyMistake mistake(PolicyText form, String text) {
        String problem = form.problem(text);
        return problem == null ? null : new PolicyMistake("\"" + text + "\" " + problem + ".", form.hint(text));
    }
}
