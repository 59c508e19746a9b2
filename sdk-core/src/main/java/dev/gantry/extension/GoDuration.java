package dev.gantry.extension;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Durations as programs in Go read and write them, such as {@code 5s}, {@code 1.5s}, {@code 250ms} or {@code 1h30m}. They know
 * no days.
 *
 * @see <a href="https://pkg.go.dev/time#ParseDuration">ParseDuration</a>
 */
public final class GoDuration {

    private static final Pattern WHOLE =
            Pattern.compile("(?:(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:h|ms|us|µs|μs|ns|m|s))+");
    private static final Pattern PART = Pattern.compile("([0-9]*\\.?[0-9]*)(h|ms|us|µs|μs|ns|m|s)");

    /** Longer than any that somebody writes, and short enough to be read at once. */
    private static final int LONGEST_TEXT = 60;

    private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final String[] UNITS = {"h", "m", "s", "ms", "us", "ns"};

    private GoDuration() {}

    /** The duration that a text means; {@code null} if it means none, or less than 0. */
    public static @Nullable Duration parse(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        if (text.length() > LONGEST_TEXT || !WHOLE.matcher(text).matches()) {
            return null;
        }
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            nanos = nanos.add(new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(nanos(parts.group(2)))));
        }
        return nanos.compareTo(LONGEST) > 0 ? null : Duration.ofNanos(nanos.longValue());
    }

    /** In the largest units that leave no rest, such as {@code 1h30m}; {@code 0s} for nothing. */
    public static String text(Duration value) {
        StringBuilder text = new StringBuilder(value.isNegative() ? "-" : "");
        Duration rest = value.abs();
        for (String unit : UNITS) {
            Duration length = Duration.ofNanos(nanos(unit));
            long count = rest.dividedBy(length);
            if (count > 0) {
                text.append(count).append(unit);
                rest = rest.minus(length.multipliedBy(count));
            }
        }
        return value.isZero() ? "0s" : text.toString();
    }

    /** In seconds, such as {@code 90s}, or in milliseconds where seconds are not fine enough; what is finer is left out. */
    public static String inSeconds(Duration value) {
        return value.getNano() == 0 ? value.toSeconds() + "s" : value.toMillis() + "ms";
    }

    private static long nanos(String unit) {
        return switch (unit) {
            case "h" -> 3_600_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "s" -> 1_000_000_000L;
            case "ms" -> 1_000_000L;
            case "us", "µs", "μs" -> 1_000L;
            default -> 1L;
        };
    }
}
