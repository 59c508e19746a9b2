package dev.gantry.engine.problem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.field.FieldPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Paths of fields as servers write them, {@code .spec.containers[name="web"].image}, in the form that findings have:
 * {@code spec.containers[0].image}, {@code metadata.labels["app.kubernetes.io/name"]}.
 */
public final class ServerPath {

    private final String written;
    private JsonNode node;
    private String path = "";
    private int at;

    private ServerPath(String written, JsonNode tree) {
        this.written = written;
        this.node = tree;
    }

    /**
     * The path in that form.
     *
     * @param written as the server writes it
     * @param tree the object, which tells the place of an item in its list, and where a name with dots ends
     * @return {@code null} if it names no field
     */
    public static @Nullable String of(String written, JsonNode tree) {
        String text = written.strip();
        if (text.isEmpty() || text.equals("[]") || text.equals("<nil>")) {
            return null;
        }
        return new ServerPath(text, tree).read();
    }

    private String read() {
        while (at < written.length()) {
            char c = written.charAt(at);
            if (c == '.') {
                at++;
            } else if (c == '[') {
                int end = closing(at);
                item(written.substring(at + 1, end));
                at = Math.min(end + 1, written.length());
            } else {
                String name = name();
                at += name.length();
                field(name);
            }
        }
        return path;
    }

    /** The longest field of the object that stands here; names may have dots. */
    private String name() {
        String longest = "";
        for (var field : node.properties()) {
            String name = field.getKey();
            if (name.length() > longest.length() && written.startsWith(name, at) && endsAt(at + name.length())) {
                longest = name;
            }
        }
        if (!longest.isEmpty()) {
            return longest;
        }
        int end = at;
        while (!endsAt(end)) {
            end++;
        }
        return written.substring(at, Math.max(end, at + 1));
    }

    private boolean endsAt(int position) {
        return position >= written.length() || written.charAt(position) == '.' || written.charAt(position) == '[';
    }

    private int closing(int open) {
        boolean quoted = false;
        for (int i = open + 1; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ']' && !quoted) {
                return i;
            }
        }
        return written.length();
    }

    private void field(String name) {
        path = FieldPath.child(path, name);
        node = node.path(name);
    }

    private void item(String key) {
        int index = key.matches("[0-9]{1,6}") ? Integer.parseInt(key) : key.contains("=") ? place(key) : -1;
        if (index >= 0) {
            path = path + "[" + index + "]";
            node = node.path(index);
        } else if (key.contains("=")) {
            path = path + "[" + key + "]";
            node = node.path(Integer.MAX_VALUE);
        } else {
            field(
                    key.startsWith("\"") && key.endsWith("\"") && key.length() > 1
                            ? key.substring(1, key.length() - 1)
                            : key);
        }
    }

    /** The place of the item with these fields, such as {@code port=80,protocol="TCP"}; -1 if there is none. */
    private int place(String key) {
        List<String> parts = parts(key);
        for (int i = 0; i < node.size(); i++) {
            JsonNode item = node.get(i);
            if (parts.stream().allMatch(part -> has(item, part))) {
                return i;
            }
        }
        return -1;
    }

    /** A field of the key that the object leaves out has its default there. */
    private static boolean has(JsonNode item, String part) {
        int sign = part.indexOf('=');
        String name = part.substring(0, sign);
        String value = part.substring(sign + 1);
        JsonNode found = name.isEmpty() ? item : item.path(name);
        return found.isMissingNode() || found.toString().equals(value);
    }

    private static List<String> parts(String key) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) == '"') {
                quoted = !quoted;
            } else if (key.charAt(i) == ',' && !quoted) {
                parts.add(key.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(key.substring(start));
        return parts.stream().filter(part -> part.contains("=")).toList();
    }
}
