package dev.gantry.engine.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What came of a write.
 *
 * @param object as it is now, or would be
 * @param warnings what the server had to say about it, such as that a version is deprecated
 */
public record Written(ObjectNode object, List<String> warnings) {

    /** Copies the list. */
    public Written {
        warnings = List.copyOf(warnings);
    }

    /** Without what it holds, which may be secret. */
    @Override
    public String toString() {
        return object.path("kind").asText() + " "
                + object.path("metadata").path("name").asText();
    }
}
