package dev.gantry.schema;

import dev.gantry.field.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * Where a schema stands.
 *
 * @param schema its path in the manifest of the definition
 * @param value the path of what it is about, as columns name it, such as {@code .spec.replicas}; {@code null} within lists
 *     and maps, which columns do not look into
 */
record Place(String schema, @Nullable String value) {

    Place property(String name) {
        String in = FieldPath.child(schema, "properties");
        return new Place(FieldPath.child(in, name), value == null ? null : value + "." + escaped(name));
    }

    /** The schema of what a list or a map holds. */
    Place each(String keyword) {
        return new Place(FieldPath.child(schema, keyword), null);
    }

    /** As a path in the syntax of columns has it, in which a dot ends a name. */
    private static String escaped(String name) {
        return name.replace(".", "\\.");
    }
}
