package dev.gantry.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How kubectl (sigs.k8s.io/yaml, that is go-yaml 2) resolves a plain scalar.
 *
 * <p>A port of its rule, except that numbers may have any magnitude.
 */
final class GoReader {

    private static final Set<String> WORDS = Set.of(
            "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON", "n", "N", "no", "No", "NO",
            "false", "False", "FALSE", "off", "Off", "OFF", "", "~", "null", "Null", "NULL", ".nan", ".NaN", ".NAN",
            ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", "<<");

    private static final Pattern INTEGER = Pattern.compile(
            "[-+]?(0|[1-9][0-9]*|0[0-7]+|0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+)|0b[-+]?[01]+|-0b[01]+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    /** {@code strconv.ParseFloat}, of what begins with a point; it knows underscores between digits. */
    private static final Pattern POINT_FLOAT = Pattern.compile("\\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+(_[0-9]+)*)?");

    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(|[Tt ].*)");
    private static final String CLOCK = "([01]?[0-9]|2[0-3]):[0-5]?[0-9]:[0-5]?[0-9]([.,][0-9]+)?";
    private static final Pattern TIME =
            Pattern.compile("|[Tt]" + CLOCK + "(Z|[-+]([01][0-9]|2[0-4]):([0-5][0-9]|60))| +" + CLOCK);

    private GoReader() {}

    static boolean isString(String text) {
        if (WORDS.contains(text)) {
            return false;
        }
        char first = text.charAt(0);
        if (first == '.') {
            return !POINT_FLOAT.matcher(text).matches();
        }
        if ("+-0123456789".indexOf(first) < 0) {
            return true;
        }
        String plain = text.replace("_", "");
        return !isTimestamp(text)
                && !INTEGER.matcher(plain).matches()
                && !FLOAT.matcher(plain).matches();
    }

    private static boolean isTimestamp(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches() || !TIME.matcher(date.group(4)).matches()) {
            return false;
        }
        try {
            LocalDate.of(
                    Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
