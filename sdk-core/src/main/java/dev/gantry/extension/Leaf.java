package dev.gantry.extension;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A value that is written to one field. A leaf never throws for a bad value: it keeps its flaws, and they become
 * findings wherever it is written.
 */
public interface Leaf {

    /** The value as it stands in the manifest. */
    JsonNode toJson();

    /** What is wrong with it; empty for a good value. */
    default List<Flaw> flaws() {
        return List.of();
    }
}
