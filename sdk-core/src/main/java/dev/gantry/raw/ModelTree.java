package dev.gantry.raw;

import com.fasterxml.jackson.databind.JsonNode;

/** Values of fabric8's classes, and of any that say themselves how Jackson writes them, as trees. */
public final class ModelTree {

    private ModelTree() {}

    /** The tree that Jackson makes of a value. */
    public static JsonNode of(Object value) {
        return Model.tree(value);
    }
}
