package dev.gantry.remote;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version of a chart, as it is written.
 *
 * @param preview what comes after {@code -}; empty if nothing does
 * @param text as it was written
 * @see <a href="https://semver.org/">Semantic Versioning</a>
 */
record ChartVersion(long major, long minor, long patch, String preview, String text)
        implements Comparable<ChartVersion> {

    private static final Pattern TEXT = Pattern.compile(
            "v?(0|[1-9][0-9]{0,17})\\.(0|[1-9][0-9]{0,17})\\.(0|[1-9][0-9]{0,17})(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?");

    /** The version of a text; {@code null} if it is none. */
    static @Nullable ChartVersion parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? new ChartVersion(
                        Long.parseLong(matcher.group(1)),
                        Long.parseLong(matcher.group(2)),
                        Long.parseLong(matcher.group(3)),
                        matcher.group(4) == null ? "" : matcher.group(4),
                        text)
                : null;
    }

    boolean isPreview() {
        return !preview.isEmpty();
    }

    @Override
    public int compareTo(ChartVersion other) {
        int order = Long.compare(major, other.major);
        order = order != 0 ? order : Long.compare(minor, other.minor);
        order = order != 0 ? order : Long.compare(patch, other.patch);
        return order != 0 ? order : comparePreviews(preview, other.preview);
    }

    private static int comparePreviews(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        String[] first = one.split("\\.", -1);
        String[] second = other.split("\\.", -1);
        for (int i = 0; i < Math.min(first.length, second.length); i++) {
            int order = comparePart(first[i], second[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(first.length, second.length);
    }

    private static int comparePart(String one, String other) {
        boolean number = one.matches("[0-9]{1,18}");
        boolean otherNumber = other.matches("[0-9]{1,18}");
        if (number && otherNumber) {
            return Long.compare(Long.parseLong(one), Long.parseLong(other));
        }
        return number == otherNumber ? one.compareTo(other) : number ? -1 : 1;
    }
}
