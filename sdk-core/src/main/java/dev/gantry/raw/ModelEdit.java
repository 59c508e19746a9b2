package dev.gantry.raw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.TreeEdit;
import java.util.function.UnaryOperator;

/**
 * An edit of a tree by way of fabric8's classes. A plain round trip through them drops empty lists and unknown fields,
 * so only what the edit changed is carried over to the tree.
 */
public final class ModelEdit {

    private ModelEdit() {}

    /** An edit that fabric8's class for the object takes part in. */
    public static <T> TreeEdit of(Class<T> model, UnaryOperator<T> edit) {
        return tree -> merge(model, edit, tree);
    }

    private static <T> void merge(Class<T> model, UnaryOperator<T> edit, ObjectNode tree) {
        throw new IllegalStateException(model + " " + edit + " " + tree);
    }
}
