package dev.gantry.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.finding.Origin;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Entries of a manifest whose very names are known late, such as the files of a folder.
 *
 * @param entries answers an object of the manifest's shape, or {@code null} for nothing
 * @param origin the line that asked for them, where lines of fields are traced
 */
public record LateEntries(Late entries, @Nullable Origin origin) {

    /** Merges the entries into a manifest. What the manifest has already stays as it is. */
    public void addTo(ObjectNode tree, Context context) {
        if (entries.resolve(context) instanceof ObjectNode more) {
            merge(tree, more);
        }
    }

    private static void merge(ObjectNode into, ObjectNode from) {
        for (Map.Entry<String, JsonNode> field : from.properties()) {
            JsonNode present = into.get(field.getKey());
            if (present == null) {
                into.set(field.getKey(), field.getValue());
            } else if (present instanceof ObjectNode object && field.getValue() instanceof ObjectNode more) {
                merge(object, more);
            }
        }
    }
}
