package dev.gantry.fake.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;

/**
 * A patch that looks like the object.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7386">RFC 7386</a>
 */
public final class MergePatch {

    private MergePatch() {}

    /** The object with the patch. */
    public static JsonNode apply(JsonNode patch, JsonNode object) {
        if (!(patch instanceof ObjectNode fields)) {
            return patch;
        }
        ObjectNode result = object instanceof ObjectNode old ? old.deepCopy() : Json.object();
        fields.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                result.remove(entry.getKey());
            } else {
                result.set(entry.getKey(), apply(entry.getValue(), result.path(entry.getKey())));
            }
        });
        return result;
    }
}
