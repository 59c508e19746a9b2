package dev.gantry.remote;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version of which only the first numbers may be given.
 *
 * @param numbers how many are given, 0 to 3
 */
record PartialVersion(int numbers, long major, long minor, long patch, String preview) {

    private static final String NUMBER = "(0|[1-9][0-9]{0,17}|[xX*])";
    private static final Pattern TEXT = Pattern.compile(
            "v?" + NUMBER + "(?:\\." + NUMBER + ")?(?:\\." + NUMBER + ")?(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?");

    /** The version of a text; {@code null} if it is none. */
    static @Nullable PartialVersion parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        long[] values = new long[3];
        int numbers = 0;
        while (numbers < 3
                && matcher.group(numbers + 1) != null
                && Character.isDigit(matcher.group(numbers + 1).charAt(0))) {
            values[numbers] = Long.parseLong(matcher.group(numbers + 1));
            numbers++;
        }
        String preview = matcher.group(4) == null ? "" : matcher.group(4);
        return new PartialVersion(numbers, values[0], values[1], values[2], preview);
    }

    boolean isWhole() {
        return numbers == 3;
    }

    boolean isPreview() {
        return !preview.isEmpty();
    }

    /** The smallest version that begins so. */
    ChartVersion first() {
        return new ChartVersion(major, minor, patch, preview, "");
    }

    /** The smallest version after all that begin so. */
    ChartVersion next() {
        return switch (numbers) {
            case 0 -> version(Long.MAX_VALUE, 0, 0);
            case 1 -> version(major + 1, 0, 0);
            case 2 -> version(major, minor + 1, 0);
            default -> version(major, minor, patch + 1);
        };
    }

    /** The smallest version with another minor number, or another major one where none is given. */
    ChartVersion nextMinor() {
        return numbers < 2 ? next() : version(major, minor + 1, 0);
    }

    /** The smallest version that may break what worked before: before 1.0 each minor one, before 0.1 each. */
    ChartVersion nextBreaking() {
        if (numbers == 0 || major > 0 || numbers == 1) {
            return numbers == 0 ? next() : version(major + 1, 0, 0);
        }
        return minor > 0 || numbers == 2 ? version(0, minor + 1, 0) : version(0, 0, patch + 1);
    }

    private static ChartVersion version(long major, long minor, long patch) {
        return new ChartVersion(major, minor, patch, "", "");
    }
}
