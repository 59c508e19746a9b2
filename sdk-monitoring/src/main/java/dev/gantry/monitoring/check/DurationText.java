package dev.gantry.monitoring.check;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as Prometheus writes them. */
final class DurationText {

    private static final Pattern FORM = Pattern.compile(
            "(?:(\\d{1,5})y)?(?:(\\d{1,5})w)?(?:(\\d{1,6})d)?(?:(\\d{1,8})h)?(?:(\\d{1,9})m(?!s))?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

    private static final Duration[] UNITS = {
        Duration.ofDays(365),
        Duration.ofDays(7),
        Duration.ofDays(1),
        Duration.ofHours(1),
        Duration.ofMinutes(1),
        Duration.ofSeconds(1),
        Duration.ofMillis(1)
    };

    private DurationText() {}

    /** What a text means; {@code null} if it is no duration. */
    static @Nullable Duration parse(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        Matcher matcher = FORM.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            return null;
        }
        Duration sum = Duration.ZERO;
        for (int i = 0; i < UNITS.length; i++) {
            String amount = matcher.group(i + 1);
            sum = amount == null ? sum : sum.plus(UNITS[i].multipliedBy(Long.parseLong(amount)));
        }
        return sum;
    }
}
