package dev.gantry.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.output.EnvironmentOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of several environments side by side: those that are not the same everywhere. */
final class SettingsTable {

    private SettingsTable() {}

    static String of(List<EnvironmentOutput> environments) {
        // By their path; what the first environment has of a setting, any other is compared with.
        Map<String, List<String>> keys = new LinkedHashMap<>();
        EnvironmentOutput first = environments.get(0);
        for (EnvironmentOutput other : environments) {
            SettingDifference.between(first, other).forEach(setting -> keys.put(setting.path(), setting.keys()));
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        environments.forEach(environment -> head.add(environment.name()));
        rows.add(head);
        keys.forEach((path, parts) -> {
            List<String> row = new ArrayList<>(List.of(path));
            environments.forEach(environment -> row.add(ComparisonText.shown(at(environment.settings(), parts))));
            rows.add(row);
        });
        String hint = "Name two of them with -Dgantry.from and -Dgantry.to to see what each setting moves.\n";
        return keys.isEmpty() ? "The settings of all environments are the same.\n" : laidOut(rows) + "\n" + hint;
    }

    private static @Nullable JsonNode at(ObjectNode settings, List<String> keys) {
        JsonNode value = settings;
        for (String key : keys) {
            value = value == null ? null : value.get(key);
        }
        return value;
    }

    private static String laidOut(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream()
                        .mapToInt(each -> each.get(at).length())
                        .max()
                        .orElse(0);
                line.append(row.get(column))
                        .append(" ".repeat(width - row.get(column).length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
