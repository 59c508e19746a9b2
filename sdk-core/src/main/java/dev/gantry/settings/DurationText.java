package dev.gantry.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Durations as people write them: {@code 500ms}, {@code 5s}, {@code 1m30s}, {@code 2h}, {@code 1d}, {@code PT5S}. */
final class DurationText {

    private static final List<String> UNITS = List.of("d", "h", "m", "s", "ms");
    private static final ChronoUnit[] LENGTHS = {
        ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS, ChronoUnit.MILLIS
    };

    private DurationText() {}

    /** The duration, or {@code null} if the text is none. Units go from large to small, each once. */
    static @Nullable Duration parse(String text) {
        String rest = text.strip();
        try {
            if (rest.startsWith("P") || rest.startsWith("p")) {
                return Duration.parse(rest);
            }
            return sum(rest);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Duration sum(String text) {
        Duration sum = Duration.ZERO;
        int at = 0;
        int last = -1;
        while (at < text.length()) {
            int unit = end(text, at, true);
            int next = end(text, unit, false);
            int index = UNITS.indexOf(text.substring(unit, next));
            if (unit == at || index <= last) {
                return null;
            }
            sum = sum.plus(Long.parseLong(text.substring(at, unit)), LENGTHS[index]);
            last = index;
            at = next;
        }
        return text.isEmpty() ? null : sum;
    }

    private static int end(String text, int from, boolean digits) {
        int at = from;
        while (at < text.length() && (text.charAt(at) >= '0' && text.charAt(at) <= '9') == digits) {
            at++;
        }
        return at;
    }
}
