package dev.gantry.engine.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the values of Secrets out of trees that are going to be shown. */
public final class Masking {

    /** What stands for a value. */
    public static final String SECRET = "(secret)";

    /** What stands for a value that is not the one of before. */
    public static final String OTHER_SECRET = "(another secret)";

    private static final List<String> VALUES = List.of("data", "stringData");
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private Masking() {}

    /**
     * A copy that can be shown: keys stay, values do not. The annotation of client-side apply, which repeats them, is left out.
     * Objects of other kinds are copied without that annotation, and are the same otherwise.
     */
    public static ObjectNode masked(ObjectNode object) {
        return masked(object, null);
    }

    /** The same, with another mask on each value that is not the one of another tree. */
    static ObjectNode masked(ObjectNode object, @Nullable ObjectNode other) {
        ObjectNode copy = object.deepCopy();
        if (copy.path("metadata").path("annotations") instanceof ObjectNode annotations) {
            annotations.remove(LAST_APPLIED);
            if (annotations.isEmpty()) {
                ((ObjectNode) copy.path("metadata")).remove("annotations");
            }
        }
        if (isSecret(object)) {
            for (String field : VALUES) {
                if (copy.has(field)) {
                    copy.set(field, mask(copy.path(field), other == null ? null : other.path(field)));
                }
            }
        }
        return copy;
    }

    /** Whether the values of an object must not be shown. */
    public static boolean isSecret(JsonNode object) {
        return object.path("kind").asText().equals("Secret")
                && object.path("apiVersion").asText().equals("v1");
    }

    private static JsonNode mask(JsonNode values, @Nullable JsonNode others) {
        if (!(values instanceof ObjectNode object)) {
            return mask(others != null && !others.isMissingNode() && !others.equals(values));
        }
        ObjectNode masked = object.objectNode();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            JsonNode other = others == null ? null : others.get(entry.getKey());
            masked.set(entry.getKey(), mask(other != null && !other.equals(entry.getValue())));
        }
        return masked;
    }

    private static TextNode mask(boolean differs) {
        return TextNode.valueOf(differs ? OTHER_SECRET : SECRET);
    }
}
