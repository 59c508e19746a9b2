package dev.gantry.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.finding.Origin;
import dev.gantry.output.EnvironmentOutput;
import dev.gantry.settings.KeyPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A setting that two environments do not agree about. A list is one setting, whatever of it differs.
 *
 * @param path such as {@code database.hosts}
 * @param keys the same, key by key
 * @param from the value in the first environment; {@code null} if it has none
 * @param to the value in the second environment; {@code null} if it has none
 * @param fromLine where the first value was written; {@code null} if in no file
 * @param toLine where the second value was written; {@code null} if in no file
 */
record SettingDifference(
        String path,
        List<String> keys,
        @Nullable JsonNode from,
        @Nullable JsonNode to,
        @Nullable Origin fromLine,
        @Nullable Origin toLine) {

    SettingDifference {
        keys = List.copyOf(keys);
    }

    /** All that differ, in the order of the record. */
    static List<SettingDifference> between(EnvironmentOutput from, EnvironmentOutput to) {
        List<SettingDifference> found = new ArrayList<>();
        compare(from, to, "", List.of(), from.settings(), to.settings(), found);
        return found;
    }

    /** These settings with the second value of this one. */
    ObjectNode moved(ObjectNode settings) {
        ObjectNode moved = settings.deepCopy();
        ObjectNode parent = moved;
        for (String key : keys.subList(0, keys.size() - 1)) {
            parent = (ObjectNode) parent.required(key);
        }
        String last = keys.get(keys.size() - 1);
        if (to == null) {
            parent.remove(last);
        } else {
            parent.set(last, to);
        }
        return moved;
    }

    private static void compare(
            EnvironmentOutput from,
            EnvironmentOutput to,
            String path,
            List<String> keys,
            @Nullable JsonNode one,
            @Nullable JsonNode other,
            List<SettingDifference> found) {
        if (one instanceof ObjectNode first && other instanceof ObjectNode second) {
            Set<String> names = new LinkedHashSet<>();
            first.fieldNames().forEachRemaining(names::add);
            second.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                List<String> below = new ArrayList<>(keys);
                below.add(name);
                compare(from, to, KeyPath.key(path, name), below, first.get(name), second.get(name), found);
            }
        } else if (one == null || !one.equals(other)) {
            Origin fromLine = from.lines().get(path);
            found.add(new SettingDifference(
                    path, keys, one, other, fromLine, to.lines().get(path)));
        }
    }
}
