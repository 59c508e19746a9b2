package dev.gantry.extension;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.field.FieldPath;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where two trees differ. */
public final class ChangedFields {

    private ChangedFields() {}

    /**
     * Names the fields that were changed or added: the outermost ones of what is new.
     *
     * @param changed takes the path of each
     */
    public static void between(JsonNode before, JsonNode after, Consumer<String> changed) {
        compare("", before, after, changed);
    }

    private static void compare(String path, @Nullable JsonNode before, JsonNode after, Consumer<String> changed) {
        if (before != null && before.isObject() && after.isObject()) {
            for (Map.Entry<String, JsonNode> field : after.properties()) {
                compare(FieldPath.child(path, field.getKey()), before.get(field.getKey()), field.getValue(), changed);
            }
        } else if (before != null && before.isArray() && after.isArray()) {
            for (int i = 0; i < after.size(); i++) {
                compare(FieldPath.item(path, i), before.get(i), after.get(i), changed);
            }
        } else if (!after.equals(before)) {
            changed.accept(path);
        }
    }
}
