package dev.gantry.fake.apply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.fake.schema.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a configuration that is applied fits its kind; what does not is told in the words of the server. */
public final class TypedCheck {

    private final List<String> errors = new ArrayList<>();

    private TypedCheck() {}

    /** What does not fit, such as {@code .spec.foo: field not declared in schema}; empty if all does. */
    public static String errors(Type type, JsonNode configuration) {
        TypedCheck check = new TypedCheck();
        check.value(type, configuration, "");
        if (check.errors.size() < 2) {
            return String.join("", check.errors);
        }
        return "errors:\n  " + String.join("\n  ", check.errors);
    }

    private void value(Type type, JsonNode value, String path) {
        if (value.isNull()) {
            return;
        }
        switch (type.form()) {
            case STRUCT, MAP -> object(type, value, path);
            case LIST -> list(type, value, path);
            case STRING, BYTES, TIME -> scalar("string", value.isTextual(), value, path);
            case BOOL -> scalar("boolean", value.isBoolean(), value, path);
            case INT32, INT64, NUMBER -> {
                if (!value.isNumber()) {
                    errors.add(path + ": expected numeric (int or float), got " + goType(value));
                }
            }
            default -> {}
        }
    }

    private void scalar(String expected, boolean fits, JsonNode value, String path) {
        if (!fits) {
            errors.add(
                    path + ": expected " + expected + ", got &value.valueUnstructured{Value:" + literal(value) + "}");
        }
    }

    private void object(Type type, JsonNode value, String path) {
        if (!value.isObject()) {
            errors.add(path + ": expected map, got &{" + shown(value) + "}");
            return;
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            String below = path + PathElement.field(entry.getKey()).shown();
            Type child = type.child(entry.getKey());
            if (child == null) {
                // The server looks no further in this object either.
                errors.add(below + ": field not declared in schema");
                return;
            }
            value(child, entry.getValue(), below);
        }
    }

    private void list(Type type, JsonNode value, String path) {
        if (!value.isArray()) {
            errors.add(path + ": expected list, got &{" + shown(value) + "}");
            return;
        }
        Set<PathElement> seen = new HashSet<>();
        int index = 0;
        for (JsonNode item : value) {
            PathElement step = type.isAtomic() ? null : PathElement.of(type, item);
            if (step != null && !seen.add(step)) {
                errors.add(path + ": duplicate entries for key " + step.shown());
            }
            value(type.element(), item, path + (step == null ? "[" + index + "]" : step.shown()));
            index++;
        }
    }

    private static String goType(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "bool";
            case ARRAY -> "[]interface {}";
            default -> "map[string]interface {}";
        };
    }

    private static String literal(JsonNode value) {
        List<String> parts = new ArrayList<>();
        if (value.isObject()) {
            value.properties().forEach(entry -> parts.add("\"" + entry.getKey() + "\":" + literal(entry.getValue())));
        } else if (value.isArray()) {
            value.forEach(item -> parts.add(literal(item)));
        } else {
            return value.toString();
        }
        return goType(value) + "{" + String.join(", ", parts) + "}";
    }

    /** As the server's language prints a value. */
    private static String shown(JsonNode value) {
        List<String> parts = new ArrayList<>();
        if (value.isObject()) {
            value.properties().forEach(entry -> parts.add(entry.getKey() + ":" + shown(entry.getValue())));
            return "map[" + String.join(" ", parts) + "]";
        }
        if (value.isArray()) {
            value.forEach(item -> parts.add(shown(item)));
            return "[" + String.join(" ", parts) + "]";
        }
        return value.asText();
    }
}
