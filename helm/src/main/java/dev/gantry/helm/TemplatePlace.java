package dev.gantry.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place that a message of Helm's is about: the last one that it names, since the ones before lead there. */
final class TemplatePlace {

    private static final Pattern PLACE = Pattern.compile("(templates/[^\\s:\"()]+):(\\d+)");

    private TemplatePlace() {}

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
