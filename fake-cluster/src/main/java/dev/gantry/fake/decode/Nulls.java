package dev.gantry.fake.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A field that is null is none. */
final class Nulls {

    private Nulls() {}

    /** Removes fields that are null, in place. */
    static ObjectNode drop(ObjectNode tree) {
        walk(tree);
        return tree;
    }

    private static void walk(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(entry -> entry.getValue().isNull());
        }
        node.forEach(Nulls::walk);
    }
}
