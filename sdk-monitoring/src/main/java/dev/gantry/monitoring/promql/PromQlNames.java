package dev.gantry.monitoring.promql;

/**
 * The names that PromQL knows without quotes.
 *
 * @see <a href="https://prometheus.io/docs/concepts/data_model/#metric-names-and-labels">Metric names and labels</a>
 */
public final class PromQlNames {

    private PromQlNames() {}

    /** Whether a text is a label's name: letters, digits and {@code _}, and no digit at first. */
    public static boolean isLabel(String text) {
        return isName(text, false);
    }

    /** Whether a text is a metric's name: like a label's, with {@code :} too. */
    public static boolean isMetric(String text) {
        return isName(text, true);
    }

    private static boolean isName(String text, boolean colons) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = isLetter(c) || (colons && c == ':');
            if (!letter && (i == 0 || !isDigit(c))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
