package dev.gantry.fake.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.failure.ApiError.Cause;
import dev.gantry.fake.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether custom resources are as the schema of their definition says. */
final class SchemaRules {

    private final Problems problems;

    private SchemaRules(Problems problems) {
        this.problems = problems;
    }

    static void check(JsonNode schema, ObjectNode object, Problems problems) {
        new SchemaRules(problems).value(schema, object, "");
    }

    private void value(JsonNode schema, JsonNode value, String path) {
        if (value.isNull() && schema.path("nullable").asBoolean()) {
            return;
        }
        if (!isOfType(schema, value, path)) {
            return;
        }
        switch (value.getNodeType()) {
            case OBJECT -> fields(schema, value, path);
            case ARRAY -> items(schema, value, path);
            case STRING -> text(schema, value, path);
            case NUMBER -> number(schema, value, path);
            default -> {}
        }
        choices(schema, value, path);
    }

    private boolean isOfType(JsonNode schema, JsonNode value, String path) {
        String actual = switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case BOOLEAN -> "boolean";
            default -> "null";
        };
        boolean either = schema.path("x-kubernetes-int-or-string").asBoolean();
        String type = either ? "integer,string" : Json.text(schema, "type");
        boolean fits = type.isEmpty()
                || type.equals(actual)
                || (type.equals("number") && actual.equals("integer"))
                || (either && List.of("integer", "string").contains(actual));
        if (!fits) {
            problems.wrongType(
                    path, "\"" + actual + "\"", path + " in body must be of type " + type + ": \"" + actual + "\"");
        }
        return fits;
    }

    private void fields(JsonNode schema, JsonNode value, String path) {
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            JsonNode child = schema.path("properties").path(entry.getKey());
            JsonNode known = child.isMissingNode() ? schema.path("additionalProperties") : child;
            boolean metadata = path.isEmpty() && entry.getKey().equals("metadata");
            if (known.isObject() && !metadata) {
                value(known, entry.getValue(), path.isEmpty() ? entry.getKey() : path + "." + entry.getKey());
            }
        }
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asText())) {
                problems.required(path.isEmpty() ? required.asText() : path + "." + required.asText(), "");
            }
        }
    }

    private void items(JsonNode schema, JsonNode value, String path) {
        for (int i = 0; i < value.size(); i++) {
            value(schema.path("items"), value.get(i), path + "[" + i + "]");
        }
        int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
        if (value.size() > most) {
            problems.add(new Cause(
                    "FieldValueTooMany", "Too many: " + value.size() + ": must have at most " + most + " items", path));
        }
        int least = schema.path("minItems").asInt();
        if (value.size() < least) {
            problems.invalid(path, value, path + " in body should have at least " + least + " items");
        }
        distinct(schema, value, path);
    }

    private void distinct(JsonNode schema, JsonNode value, String path) {
        String listType = Json.text(schema, "x-kubernetes-list-type");
        if (!listType.equals("map") && !listType.equals("set")) {
            return;
        }
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < value.size(); i++) {
            JsonNode identity = value.get(i);
            if (listType.equals("map")) {
                ObjectNode keys = Json.object();
                for (JsonNode key : schema.path("x-kubernetes-list-map-keys")) {
                    JsonNode part = identity.path(key.asText());
                    if (!part.isMissingNode()) {
                        keys.set(key.asText(), part);
                    }
                }
                identity = keys;
            }
            if (!seen.add(identity)) {
                problems.duplicate(path + "[" + i + "]", identity);
            }
        }
    }

    private void text(JsonNode schema, JsonNode value, String path) {
        int length = value.asText().codePointCount(0, value.asText().length());
        if (length > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            problems.tooLong(path, schema.path("maxLength").asInt());
        }
        if (length < schema.path("minLength").asInt()) {
            problems.invalid(
                    path,
                    value,
                    path + " in body should be at least "
                            + schema.path("minLength").asInt() + " chars long");
        } else if (schema.has("pattern")
                && !Pattern.compile(Json.text(schema, "pattern"))
                        .matcher(value.asText())
                        .find()) {
            problems.invalid(path, value, path + " in body should match '" + Json.text(schema, "pattern") + "'");
        }
    }

    private void number(JsonNode schema, JsonNode value, String path) {
        BigDecimal number = value.decimalValue();
        if (schema.has("maximum") && number.compareTo(schema.path("maximum").decimalValue()) > 0) {
            problems.invalid(
                    path,
                    value,
                    path + " in body should be less than or equal to "
                            + schema.path("maximum").asText());
        }
        if (schema.has("minimum") && number.compareTo(schema.path("minimum").decimalValue()) < 0) {
            problems.invalid(
                    path,
                    value,
                    path + " in body should be greater than or equal to "
                            + schema.path("minimum").asText());
        }
    }

    private void choices(JsonNode schema, JsonNode value, String path) {
        if (!schema.has("enum")) {
            return;
        }
        List<String> allowed = new ArrayList<>();
        for (JsonNode choice : schema.path("enum")) {
            if (choice.equals(value)) {
                return;
            }
            allowed.add(choice.asText());
        }
        problems.unsupported(path, value, allowed);
    }
}
