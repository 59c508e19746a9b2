package dev.gantry.yaml;

/**
 * Which strings of one line may stand without quotes.
 *
 * <p>The readers that count are those of YAML 1.1, of YAML 1.2 with the core or the JSON schema, and Go's, which
 * kubectl uses. What one of them resolves to something else than a string is quoted.
 */
final class PlainScalars {

    private PlainScalars() {}

    /** Answers for a string without line breaks, unprintable characters, {@code ": "} and {@code " #"}. */
    static boolean mayStandPlain(String text) {
        int length = text.length();
        if (length == 0) {
            return false;
        }
        char last = text.charAt(length - 1);
        if (last == ' ' || last == '\t') {
            return false;
        }
        char first = text.charAt(0);
        return switch (first) {
            case ' ', '\t', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`' -> false;
            case '?', ':' -> !standsAlone(text, 1);
            case '-' -> !standsAlone(text, 1) && !isMarker(text) && !Numbers.matches(text);
            case '.' -> !isMarker(text) && !Numbers.matches(text);
            case '+' -> !Numbers.matches(text);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                !Numbers.matches(text) && !Timestamps.matches(text);
            default -> length > 5 || !isWord(text);
        };
    }

    /** Whether nothing or a blank follows the first {@code length} characters. */
    private static boolean standsAlone(String text, int length) {
        return text.length() == length || text.charAt(length) == ' ' || text.charAt(length) == '\t';
    }

    /**
     * Whether a reader sees the start or the end of a document. It does so only in the first column, but one rule for
     * all places is easier to trust.
     */
    private static boolean isMarker(String text) {
        return (text.startsWith("---") || text.startsWith("...")) && standsAlone(text, 3);
    }

    private static boolean isWord(String text) {
        return switch (text) {
            case "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO" -> true;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> true;
            case "on", "On", "ON", "off", "Off", "OFF" -> true;
            case "null", "Null", "NULL", "~", "<<", "=" -> true;
            default -> false;
        };
    }
}
