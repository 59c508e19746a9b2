package dev.gantry.helm;

import dev.gantry.finding.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The place that a message of Helm's is about: the last one that it names, since the ones before lead there. */
final class TemplatePlace {

    private static final int LONGEST_NUMBER = 9;

    private static final Pattern PLACE = Pattern.compile("(templates/[^\\s:\"()]+):(\\d+)");

    private static final Pattern TEMPLATE = Pattern.compile(
            "(?<![\\w./-])([\\w.-]+/(?:charts/[\\w.-]+/)*templates/[^\\s:\"()]+)(?::(\\d+)(?::(\\d+))?)?");

    private TemplatePlace() {}

    /** The template as Helm names it, such as {@code shop/templates/web.yaml}, with the line; {@code null} if the message names none. */
    static @Nullable Origin origin(String message) {
        Matcher template = TEMPLATE.matcher(message);
        Origin last = null;
        while (template.find()) {
            if (!template.group(1).contains(WholeTemplate.NAME)) {
                last = Origin.file(template.group(1), number(template.group(2)), number(template.group(3)));
            }
        }
        return last;
    }

    private static int number(@Nullable String digits) {
        return digits == null || digits.length() > LONGEST_NUMBER ? 0 : Integer.parseInt(digits);
    }

    /** What is there, such as {@code templates/web.yaml:3 is "replicas: ..."}; empty if the message names no place. */
    static String shown(String message, Path chart) {
        Matcher place = PLACE.matcher(message);
        String shown = "";
        while (place.find()) {
            int line = Integer.parseInt(place.group(2));
            shown = line(chart.resolve(place.group(1)), line)
                    .map(text -> place.group() + " is \"" + text.strip() + "\". ")
                    .orElse(shown);
        }
        return shown;
    }

    private static Optional<String> line(Path file, int number) {
        try {
            List<String> lines = Files.readAllLines(file);
            return number >= 1 && number <= lines.size() ? Optional.of(lines.get(number - 1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
