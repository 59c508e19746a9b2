package dev.gantry.extension;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The order of fields somewhere in a manifest: in an object, or in each object of a list. */
public final class FieldPositions {

    private final FieldTable.@Nullable Type type;
    private final boolean map;

    private FieldPositions(FieldTable.@Nullable Type type, boolean map) {
        this.type = type;
        this.map = map;
    }

    /** The order of the fields of a manifest. */
    public static FieldPositions of(String apiVersion, String kind) {
        return new FieldPositions(FieldOrder.typeOf(apiVersion, kind), false);
    }

    /** The place of a field among others: of those that no table has, and of the entries of a map, it is the same. */
    public int of(String field) {
        FieldTable.Field known = type == null || map ? null : type.field(field);
        return known != null ? known.position() : Integer.MAX_VALUE;
    }

    /** The order within a field, or within an entry of a map. */
    public FieldPositions within(String field) {
        if (map) {
            return new FieldPositions(type, false);
        }
        FieldTable.Field known = type == null ? null : type.field(field);
        return known == null ? new FieldPositions(null, false) : new FieldPositions(known.type(), known.isMap());
    }

    /** What is there, in order. */
    public JsonNode arranged(JsonNode content) {
        if (type == null || !content.isContainerNode()) {
            return content;
        }
        JsonNode copy = content.deepCopy();
        FieldOrder.arrange(copy, type, map);
        return copy;
    }
}
