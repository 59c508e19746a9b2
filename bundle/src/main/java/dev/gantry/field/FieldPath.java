package dev.gantry.field;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Paths of fields as people write them: {@code spec.ports[0].port}, {@code metadata.labels["app.kubernetes.io/name"]}. */
public final class FieldPath {

    private FieldPath() {}

    /** The path of a field of an object; quoted where the name has characters that a path gives meaning to. */
    public static String child(String parent, String name) {
        if (needsQuotes(name)) {
            return parent + "[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
        }
        return parent.isEmpty() ? name : parent + "." + name;
    }

    /** The path of an item of a list. */
    public static String item(String parent, int index) {
        return parent + "[" + index + "]";
    }

    /** The path without its last part; empty for a path of one part. */
    public static String parent(String path) {
        if (path.endsWith("\"]")) {
            int open = path.lastIndexOf("[\"", path.length() - 3);
            return open < 0 ? "" : path.substring(0, open);
        }
        int dot = path.lastIndexOf('.');
        int bracket = path.lastIndexOf('[');
        return path.substring(0, Math.max(Math.max(dot, bracket), 0));
    }

    /** What is known of a field, or else of the nearest field around it; {@code null} if nothing is. */
    public static <T> @Nullable T nearest(Function<String, @Nullable T> byPath, String field) {
        for (String path = field; !path.isEmpty(); path = parent(path)) {
            T known = byPath.apply(path);
            if (known != null) {
                return known;
            }
        }
        return null;
    }

    private static boolean needsQuotes(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.' || c == '[' || c == ']' || c == '"' || c == '/' || c == ' ') {
                return true;
            }
        }
        return name.isEmpty();
    }
}
