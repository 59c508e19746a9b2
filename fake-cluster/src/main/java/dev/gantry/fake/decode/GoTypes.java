package dev.gantry.fake.decode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.fake.kind.ApiKind;
import dev.gantry.fake.schema.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether values fit the fields of a built-in kind; the messages are those of the language that the server is written in. */
final class GoTypes {

    private GoTypes() {}

    static void check(ApiKind kind, JsonNode object) throws TypeException {
        fields(kind.type(), object, "");
    }

    private static void fields(Type type, JsonNode object, String path) throws TypeException {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            Type child = type.child(entry.getKey());
            if (child != null) {
                String below = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                value(type, child, entry.getValue(), below);
            }
        }
    }

    private static void value(Type owner, Type type, JsonNode value, String path) throws TypeException {
        switch (type.form()) {
            case STRUCT -> {
                require(owner, type, value, path, value.isObject());
                fields(type, value, path);
            }
            case MAP -> {
                require(owner, type, value, path, value.isObject());
                for (JsonNode item : value) {
                    value(owner, type.element(), item, path);
                }
            }
            case LIST -> {
                require(owner, type, value, path, value.isArray());
                for (JsonNode item : value) {
                    value(owner, type.element(), item, path);
                }
            }
            case ANY, DEDUCED -> {}
            case INT32, INT64 -> require(owner, type, value, path, value.isIntegralNumber());
            case NUMBER -> require(owner, type, value, path, value.isNumber());
            case BOOL -> require(owner, type, value, path, value.isBoolean());
            case QUANTITY -> quantity(value);
            case INT_OR_STRING -> {
                if (!value.isIntegralNumber() && !value.isTextual()) {
                    throw new TypeException("json: cannot unmarshal " + shown(value) + " into Go value of type int32");
                }
            }
            case STRING, BYTES, TIME -> {
                require(owner, type, value, path, value.isTextual());
                content(type, value.asText());
            }
        }
    }

    private static void content(Type type, String text) throws TypeException {
        if (type.form() == Type.Form.BYTES) {
            try {
                Base64.getDecoder().decode(text.replaceAll("[\r\n]", ""));
            } catch (IllegalArgumentException e) {
                throw new TypeException("illegal base64 data at input byte " + firstOtherThanBase64(text));
            }
        }
        if (type.form() == Type.Form.TIME && !text.isEmpty()) {
            try {
                OffsetDateTime.parse(text);
            } catch (DateTimeException e) {
                throw new TypeException("parsing time \"" + text
                        + "\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"" + text + "\" as \"2006\"");
            }
        }
    }

    private static int firstOtherThanBase64(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!digit && !letter && c != '+' && c != '/' && c != '=') {
                return i;
            }
        }
        return text.length() / 4 * 4;
    }

    private static void quantity(JsonNode value) throws TypeException {
        boolean right = value.isNumber()
                || (value.isTextual()
                        && value.asText().matches("[+-]?[0-9]*\\.?[0-9]*([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?")
                        && value.asText().matches(".*[0-9].*"));
        if (!right) {
            throw new TypeException(
                    "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
        }
    }

    private static void require(Type owner, Type type, JsonNode value, String path, boolean fits) throws TypeException {
        if (!fits) {
            throw new TypeException("json: cannot unmarshal " + shown(value) + " into Go struct field " + simple(owner)
                    + "." + path + " of type " + go(type));
        }
    }

    private static String shown(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case OBJECT -> "object";
            case STRING -> "string";
            case BOOLEAN -> "bool";
            case NUMBER -> isWhole(value) ? "number" : "number " + value.asText();
            default -> "null";
        };
    }

    private static boolean isWhole(JsonNode value) {
        return value.decimalValue().remainder(BigDecimal.ONE).signum() == 0;
    }

    private static String simple(Type type) {
        return type.name().substring(type.name().lastIndexOf('.') + 1);
    }

    private static @Nullable String go(Type type) {
        return switch (type.form()) {
            case STRUCT -> {
                String[] parts = type.name().split("\\.", -1);
                yield parts[parts.length - 2] + "." + parts[parts.length - 1];
            }
            case MAP -> "map[string]" + go(type.element());
            case LIST -> "[]" + go(type.element());
            case INT32 -> "int32";
            case INT64 -> "int64";
            case NUMBER -> "float64";
            case BOOL -> "bool";
            case BYTES -> "[]uint8";
            case TIME -> "time.Time";
            default -> "string";
        };
    }
}
