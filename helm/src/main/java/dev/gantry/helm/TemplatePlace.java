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

/**
 * The place that a message of Helm's is about: the last one at which it says that it has stopped, since the ones before lead there. What is
 * in quotes is of the templates, and what comes after the place of an {@code execution error} is the author's.
 */
final class TemplatePlace {

    private static final int LONGEST_NUMBER = 9;

    private static final String AUTHORS = "error at (";

    private static final Pattern PLACE = Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|`[^`]*+`"
            + "|(template: |error at \\(|parse error on )"
            + "([\\w.-]+/(?:charts/[\\w.-]+/)*templates/[^:\"\n]+)(?::(\\d+)(?::(\\d+))?)?");

    private TemplatePlace() {}

    /** The template as Helm names it, such as {@code shop/templates/web.yaml}, with the line; {@code null} if the message names none. */
    static @Nullable Origin origin(String message) {
        Matcher place = PLACE.matcher(message);
        Origin last = null;
        while (place.find()) {
            String template = place.group(2);
            if (template == null) {
                continue;
            }
            if (!template.contains(WholeTemplate.NAME)) {
                last = Origin.file(template, number(place.group(3)), number(place.group(4)));
            }
            if (AUTHORS.equals(place.group(1))) {
                break;
            }
        }
        return last;
    }

    private static int number(@Nullable String digits) {
        return digits == null || digits.length() > LONGEST_NUMBER ? 0 : Integer.parseInt(digits);
    }

    /** What is there, such as {@code templates/web.yaml:3 is "replicas: ..."}; empty if the message names no place. */
    static String shown(String message, Path chart) {
        Origin place = origin(message);
        if (place == null) {
            return "";
        }
        String file = place.path().substring(place.path().indexOf('/') + 1);
        return line(chart.resolve(file), place.line())
                .map(text -> file + ":" + place.line() + " is \"" + text.strip() + "\". ")
                .orElse("");
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
