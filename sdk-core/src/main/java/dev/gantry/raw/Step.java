package dev.gantry.raw;

import dev.gantry.field.FieldPath;
import org.jspecify.annotations.Nullable;

/** The way to a value in a document, made into a path only where one is needed. */
record Step(@Nullable Step parent, String field, int index) {

    static final Step ROOT = new Step(null, "", -1);

    Step child(String name) {
        return new Step(this, name, -1);
    }

    Step item(int position) {
        return new Step(this, "", position);
    }

    /** Whether this is a manifest in a list of manifests: an item of {@code items}, of the document or of such an item. */
    boolean isItemOfList() {
        if (index < 0 || parent == null || !parent.field.equals("items") || parent.parent == null) {
            return false;
        }
        return parent.parent.parent == null || parent.parent.isItemOfList();
    }

    String path() {
        if (parent == null) {
            return "";
        }
        return index < 0 ? FieldPath.child(parent.path(), field) : FieldPath.item(parent.path(), index);
    }

    int depth() {
        int depth = 0;
        for (Step at = parent; at != null; at = at.parent) {
            depth++;
        }
        return depth;
    }
}
