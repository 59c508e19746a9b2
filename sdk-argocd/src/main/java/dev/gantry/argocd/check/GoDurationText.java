package dev.gantry.argocd.check;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as Argo CD reads them: whole seconds, or numbers with Go's units, such as {@code 1h30m}. */
final class GoDurationText {

    private static final Pattern SECONDS = Pattern.compile("-?\\d{1,12}");
    private static final Pattern WHOLE = Pattern.compile("(?:\\d{1,9}(?:\\.\\d{1,9})?(?:ns|us|µs|ms|s|m|h))+");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|µs|ms|s|m|h)");
    private static final Map<String, Double> SECONDS_OF =
            Map.of("ns", 1e-9, "us", 1e-6, "µs", 1e-6, "ms", 1e-3, "s", 1.0, "m", 60.0, "h", 3600.0);

    private GoDurationText() {}

    /** The duration; {@code null} if the text is none. */
    static @Nullable Duration parse(String text) {
        if (SECONDS.matcher(text).matches()) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        if (!WHOLE.matcher(text).matches()) {
            return null;
        }
        double seconds = 0;
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            seconds += Double.parseDouble(parts.group(1)) * SECONDS_OF.getOrDefault(parts.group(2), 0.0);
        }
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
