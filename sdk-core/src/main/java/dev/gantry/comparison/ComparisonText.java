package dev.gantry.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A comparison for people: each setting with what it moves, below one another. */
final class ComparisonText {

    private static final String INDENT = "    ";
    private static final int LONGEST = 60;
    private static final int MOST_FIELDS = 12;
    private static final int MOST_RESOURCES = 3;

    private final StringBuilder text = new StringBuilder();

    private ComparisonText() {}

    static String of(EnvironmentComparison comparison) {
        ComparisonText text = new ComparisonText();
        text.head(comparison);
        for (Effect effect : comparison.effects()) {
            text.effect(effect);
        }
        text.part("What the program is told of the environment's name", comparison.ofName());
        text.together(comparison);
        return text.text.toString();
    }

    /** A value on one line, not too long; a text in quotes. */
    static String shown(@Nullable JsonNode value) {
        if (value == null) {
            return "(absent)";
        }
        String text = value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private void head(EnvironmentComparison comparison) {
        int settings = comparison.effects().size();
        long resources =
                comparison.all().stream().map(Movement::resource).distinct().count();
        String differing = settings == 1 ? "1 setting differs" : settings + " settings differ";
        line(comparison.from().name() + " → " + comparison.to().name() + ": " + differing + ", "
                + counted(comparison.all().size(), "difference") + " of " + counted(resources, "resource"));
    }

    private void effect(Effect effect) {
        SettingDifference setting = effect.setting();
        String lines = String.join(
                ", ",
                Stream.of(setting.fromLine(), setting.toLine())
                        .filter(Objects::nonNull)
                        .map(Origin::toString)
                        .toList());
        text.append('\n');
        line(setting.path() + ": " + shown(setting.from()) + " → " + shown(setting.to())
                + (lines.isEmpty() ? "" : "  (" + lines + ")"));
        if (effect.rejected() != null) {
            line(INDENT + "not possible without the other settings: " + effect.rejected());
        } else if (effect.touched().isEmpty()) {
            line(INDENT + "moves nothing");
        } else if (effect.movements().isEmpty()) {
            line(INDENT + "moves nothing alone");
        }
        movements(effect.movements(), setting);
    }

    private void part(String title, Collection<Movement> movements) {
        if (!movements.isEmpty()) {
            text.append('\n');
            line(title);
            movements(movements, null);
        }
    }

    private void together(EnvironmentComparison comparison) {
        Map<String, List<Movement>> bySettings = new LinkedHashMap<>();
        for (Movement movement : comparison.together()) {
            List<String> touching = comparison.effects().stream()
                    .filter(effect -> effect.touches(movement))
                    .map(effect -> effect.setting().path())
                    .toList();
            String title =
                    touching.isEmpty() ? "Several settings together" : String.join(" and ", touching) + " together";
            bySettings.computeIfAbsent(title, key -> new ArrayList<>()).add(movement);
        }
        bySettings.forEach(this::part);
    }

    /** One line for each field, however many resources have it. */
    private void movements(Collection<Movement> movements, @Nullable SettingDifference setting) {
        Map<String, List<String>> resources = new LinkedHashMap<>();
        for (Movement movement : movements) {
            resources
                    .computeIfAbsent(what(movement, setting), key -> new ArrayList<>())
                    .add(movement.resource());
        }
        int shown = 0;
        for (Map.Entry<String, List<String>> field : resources.entrySet()) {
            if (shown++ == MOST_FIELDS) {
                line(INDENT + "and " + (resources.size() - MOST_FIELDS) + " more");
                break;
            }
            line(INDENT + named(field.getValue()) + "  " + field.getKey());
        }
    }

    /** The values are left out where they are those of the setting. */
    private static String what(Movement movement, @Nullable SettingDifference setting) {
        if (movement.field().isEmpty()) {
            return movement.from() == null ? "is added" : "is removed";
        }
        boolean same = setting != null
                && Objects.equals(setting.from(), movement.from())
                && Objects.equals(setting.to(), movement.to());
        return movement.field() + (same ? "" : ": " + shown(movement.from()) + " → " + shown(movement.to()));
    }

    private static String named(List<String> resources) {
        int others = resources.size() - MOST_RESOURCES;
        return others <= 0
                ? String.join(", ", resources)
                : String.join(", ", resources.subList(0, MOST_RESOURCES)) + " and " + others + " more";
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
