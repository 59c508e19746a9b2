package dev.gantry.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Follows a path such as {@code .spec.replicas} or {@code .status.conditions[?(@.type=="Ready")].status} through a schema.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubectl/jsonpath/">JSONPath</a>
 */
public final class SchemaPath {

    private static final ObjectNode ANYTHING =
            JsonNodeFactory.instance.objectNode().put("x-kubernetes-preserve-unknown-fields", true);

    private final String path;
    private int at;

    private SchemaPath(String path) {
        this.path = path;
    }

    /** The schema of what is there; {@code null} if the path cannot be read, missing if it leads nowhere. */
    public static @Nullable JsonNode find(JsonNode schema, String path) {
        return path.startsWith(".") ? new SchemaPath(path).follow(schema) : null;
    }

    private @Nullable JsonNode follow(JsonNode schema) {
        JsonNode now = schema;
        boolean first = true;
        while (at < path.length()) {
            if (path.startsWith("..", at)) {
                return ANYTHING;
            }
            if (path.charAt(at) == '.') {
                at++;
                String name = name();
                if (name.isEmpty()) {
                    return path.equals(".") ? now : null;
                }
                if (first && (name.equals("metadata") || name.equals("apiVersion") || name.equals("kind"))) {
                    return ANYTHING;
                }
                now = name.equals("*") ? ANYTHING : property(now, name);
            } else if (path.charAt(at) == '[') {
                int end = closing();
                if (end < 0) {
                    return null;
                }
                String inside = path.substring(at + 1, end).strip();
                at = end + 1;
                boolean quoted = inside.length() > 1 && (inside.charAt(0) == '\'' || inside.charAt(0) == '"');
                now = quoted ? property(now, inside.substring(1, inside.length() - 1)) : item(now);
            } else {
                return null;
            }
            first = false;
        }
        return now;
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        while (at < path.length() && path.charAt(at) != '.' && path.charAt(at) != '[') {
            if (path.charAt(at) == '\\' && at + 1 < path.length()) {
                at++;
            }
            name.append(path.charAt(at));
            at++;
        }
        return name.toString();
    }

    /** Where the bracket that opens here is closed; -1 if it is not. */
    private int closing() {
        int depth = 0;
        char quote = 0;
        for (int i = at; i < path.length(); i++) {
            char c = path.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '[') {
                depth++;
            } else if (c == ']' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static JsonNode property(JsonNode schema, String name) {
        JsonNode property = schema.path("properties").path(name);
        if (!property.isMissingNode()) {
            return property;
        }
        JsonNode others = schema.path("additionalProperties");
        if (others.isObject()) {
            return others;
        }
        boolean open = schema.path("x-kubernetes-preserve-unknown-fields").asBoolean() || others.asBoolean();
        return open ? ANYTHING : MissingNode.getInstance();
    }

    private static JsonNode item(JsonNode schema) {
        JsonNode items = schema.path("items");
        boolean open = schema.path("x-kubernetes-preserve-unknown-fields").asBoolean();
        return items.isMissingNode() && open ? ANYTHING : items;
    }
}
