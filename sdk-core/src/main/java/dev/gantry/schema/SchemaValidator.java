package dev.gantry.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.Likeness;
import dev.gantry.field.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares values with a structural schema, as an API server would. The formats {@code int32} and {@code int64} are bounds: whole
 * numbers that do not fit in so many bits are not allowed. Rules in CEL are not evaluated.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/extend-resources/custom-resource-definition-v1/">
 *     JSONSchemaProps</a>
 */
public final class SchemaValidator {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("apiVersion", "kind", "metadata");
    private static final int SHOWN = 60;

    private final List<Violation> violations = new ArrayList<>();

    /**
     * A value that its schema does not allow.
     *
     * @param rule the rule that it breaks
     * @param path of the value, or of the object that lacks one
     * @param message what is wrong
     * @param hint what to do; empty if the message says it
     */
    public record Violation(SchemaRule rule, String path, String message, String hint) {}

    private SchemaValidator() {}

    /**
     * What a schema does not allow in a whole object.
     *
     * @param object with apiVersion, kind and metadata, which are not looked at
     */
    public static List<Violation> ofObject(JsonNode schema, ObjectNode object) {
        SchemaValidator validator = new SchemaValidator();
        validator.object(schema, object, "", OF_EVERY_OBJECT);
        validator.combined(schema, object, "");
        return validator.violations;
    }

    /** What a schema does not allow in a value. */
    static List<Violation> of(JsonNode schema, JsonNode value, String path) {
        SchemaValidator validator = new SchemaValidator();
        validator.value(schema, value, path);
        return validator.violations;
    }

    private void value(JsonNode schema, JsonNode value, String path) {
        if (value.isNull()) {
            if (!schema.path("nullable").asBoolean()
                    && !schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
                add(SchemaRule.WRONG_TYPE, path, "The value is null.", "Give a value, or leave the field out.");
            }
            return;
        }
        String wanted = wantedType(schema);
        if (!wanted.isEmpty() && !hasType(value, wanted)) {
            add(
                    SchemaRule.WRONG_TYPE,
                    path,
                    shown(value) + " is not of the type " + wanted + ".",
                    "Give " + article(wanted) + ".");
            return;
        }
        alternatives(schema, value, path);
        if (value instanceof ObjectNode object) {
            Set<String> known = schema.path("x-kubernetes-embedded-resource").asBoolean() ? OF_EVERY_OBJECT : Set.of();
            object(schema, object, path, known);
        } else if (value.isArray()) {
            list(schema, value, path);
        } else {
            String problem = ScalarRules.problem(schema, value);
            if (problem != null) {
                add(
                        SchemaRule.VALUE,
                        path,
                        shown(value) + " " + problem + ".",
                        "Give a value that its definition allows.");
            }
        }
        combined(schema, value, path);
    }

    private void alternatives(JsonNode schema, JsonNode value, String path) {
        JsonNode words = schema.get("enum");
        if (words == null) {
            return;
        }
        List<String> all = new ArrayList<>();
        for (JsonNode word : words) {
            if (ScalarRules.same(word, value)) {
                return;
            }
            all.add(word.asText());
        }
        String close = value.isTextual() ? Likeness.closest(value.textValue(), all) : null;
        add(
                SchemaRule.VALUE,
                path,
                shown(value) + " is not one of " + String.join(", ", all) + ".",
                close == null ? "Give one of them." : "Did you mean \"" + close + "\"?");
    }

    private void object(JsonNode schema, ObjectNode object, String path, Set<String> known) {
        for (JsonNode name : schema.path("required")) {
            boolean preset = schema.path("properties").path(name.asText()).has("default");
            if (!object.has(name.asText()) && !preset) {
                add(
                        SchemaRule.REQUIRED,
                        path,
                        (path.isEmpty() ? "The resource" : path) + " has no " + name.asText() + ", which is required.",
                        "Give " + name.asText() + " a value.");
            }
        }
        JsonNode properties = schema.path("properties");
        JsonNode others = schema.path("additionalProperties");
        boolean open = schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()
                || others.isObject()
                || others.asBoolean();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            JsonNode property = properties.get(name);
            if (known.contains(name)) {
                continue;
            }
            if (property != null || others.isObject()) {
                value(property == null ? others : property, field.getValue(), FieldPath.child(path, name));
            } else if (!open) {
                unknown(properties, path, name);
            }
        }
        ScalarRules.count(schema, "Properties", object.size())
                .ifPresent(problem -> add(SchemaRule.VALUE, path, "The object " + problem + ".", ""));
    }

    private void unknown(JsonNode properties, String path, String name) {
        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        String close = Likeness.closest(name, names);
        String others = names.isEmpty()
                ? "Leave it out: there are no fields here."
                : "Leave it out, or add it to the definition. The fields here: " + String.join(", ", names) + ".";
        add(
                SchemaRule.UNKNOWN_FIELD,
                FieldPath.child(path, name),
                "There is no field " + name + (path.isEmpty() ? "." : " in " + path + ".")
                        + " A server drops it, or rejects the resource.",
                close == null ? others : "Did you mean " + close + "? " + others);
    }

    private void list(JsonNode schema, JsonNode list, String path) {
        ScalarRules.count(schema, "Items", list.size())
                .ifPresent(problem -> add(SchemaRule.VALUE, path, "The list " + problem + ".", ""));
        JsonNode items = schema.path("items");
        for (int i = 0; i < list.size(); i++) {
            value(items, list.get(i), FieldPath.item(path, i));
        }
        String kind = schema.path("x-kubernetes-list-type").asText();
        if (kind.equals("set") || schema.path("uniqueItems").asBoolean()) {
            repeats(list, path, List.of());
        } else if (kind.equals("map")) {
            List<String> keys = new ArrayList<>();
            schema.path("x-kubernetes-list-map-keys").forEach(key -> keys.add(key.asText()));
            repeats(list, path, keys);
        }
    }

    private void repeats(JsonNode list, String path, List<String> keys) {
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode item = list.get(i);
            List<String> key = new ArrayList<>();
            keys.forEach(name -> key.add(name + " " + shown(item.path(name))));
            String text = keys.isEmpty() ? item.toString() : String.join(", ", key);
            if (!seen.add(text)) {
                add(
                        SchemaRule.VALUE,
                        FieldPath.item(path, i),
                        "The list has two items " + (keys.isEmpty() ? shown(item) : "with " + text) + ".",
                        "Keep one of them.");
            }
        }
    }

    /** What is nested in allOf, anyOf, oneOf and not says more of the value, but names no fields. */
    private void combined(JsonNode schema, JsonNode value, String path) {
        for (JsonNode each : schema.path("allOf")) {
            violations.addAll(ignoringUnknown(each, value, path));
        }
        JsonNode any = schema.path("anyOf");
        if (!any.isEmpty()
                && !schema.path("x-kubernetes-int-or-string").asBoolean()
                && fitting(any, value, path) == 0) {
            add(SchemaRule.VALUE, path, "The value fits none of the alternatives (anyOf) of its schema.", "");
        }
        JsonNode one = schema.path("oneOf");
        int fitting = one.isEmpty() ? 1 : fitting(one, value, path);
        if (fitting != 1) {
            add(
                    SchemaRule.VALUE,
                    path,
                    "The value fits " + (fitting == 0 ? "none" : fitting + "")
                            + " of the alternatives of its schema, of which it has to fit just one (oneOf).",
                    "");
        }
        if (schema.has("not")
                && ignoringUnknown(schema.path("not"), value, path).isEmpty()) {
            add(SchemaRule.VALUE, path, "The value is what its schema excludes (not).", "");
        }
    }

    private static int fitting(JsonNode alternatives, JsonNode value, String path) {
        int fitting = 0;
        for (JsonNode each : alternatives) {
            fitting += ignoringUnknown(each, value, path).isEmpty() ? 1 : 0;
        }
        return fitting;
    }

    private static List<Violation> ignoringUnknown(JsonNode schema, JsonNode value, String path) {
        return of(schema, value, path).stream()
                .filter(each -> each.rule() != SchemaRule.UNKNOWN_FIELD)
                .toList();
    }

    private static String wantedType(JsonNode schema) {
        return schema.path("x-kubernetes-int-or-string").asBoolean()
                ? "integer or string"
                : schema.path("type").asText();
    }

    static boolean hasType(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "number" -> value.isNumber();
            case "integer" -> isWhole(value);
            case "integer or string" -> isWhole(value) || value.isTextual();
            default -> true;
        };
    }

    private static boolean isWhole(JsonNode value) {
        return value.isIntegralNumber()
                || (value.isNumber()
                        && value.decimalValue().stripTrailingZeros().scale() <= 0);
    }

    private static String article(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "integer or string" -> "a whole number or a text";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            default -> "an object";
        };
    }

    static String shown(@Nullable JsonNode value) {
        String text = value == null || value.isMissingNode() ? "nothing" : value.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN - 3) + "..." : text;
    }

    private void add(SchemaRule rule, String path, String message, String hint) {
        violations.add(new Violation(rule, path, message, hint));
    }
}
