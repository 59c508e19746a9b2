package dev.gantry.engine.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.field.FieldPath;

/** Paths of items that their lists know by keys, such as {@code spec.containers[web].image}; of other fields see {@link FieldPath}. */
public final class FieldPaths {

    private FieldPaths() {}

    /** The path of an item that its list knows by a key; digits alone would be taken for an index. */
    static String item(String parent, String key) {
        boolean quoted = key.isEmpty() || key.indexOf(']') >= 0 || key.chars().allMatch(Character::isDigit);
        return parent + "[" + (quoted ? "\"" + key + "\"" : key) + "]";
    }

    /**
     * The path of an item of a list whose items have keys.
     *
     * @param keys the item, or those of its fields that tell it from others
     */
    public static String item(String parent, JsonNode keys) {
        return item(parent, ItemKey.of(keys).orElseGet(keys::toString));
    }

    /** The path of what this is a field or an item of; empty for a field of the object itself. */
    public static String parent(String path) {
        if (path.endsWith("]")) {
            int open = path.endsWith("\"]") ? path.lastIndexOf("[\"") : path.lastIndexOf('[');
            return path.substring(0, Math.max(0, open));
        }
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    /** Whether a path is of something inside of what another one is of. */
    public static boolean isPartOf(String path, String whole) {
        return path.length() > whole.length()
                && path.startsWith(whole)
                && (path.charAt(whole.length()) == '.' || path.charAt(whole.length()) == '[');
    }
}
