package dev.gantry.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Likeness;
import dev.gantry.extension.Re2;
import dev.gantry.field.FieldPath;
import dev.gantry.schema.SchemaValidator.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an API server asks of the schema of a definition: that it is structural, and that it does not contradict itself.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema">
 *     Structural schemas</a>
 */
public final class StructureRules {

    private static final String INT_OR_STRING = "x-kubernetes-int-or-string";
    private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";
    private static final List<String> TYPES = List.of("array", "boolean", "integer", "number", "object", "string");
    private static final List<String> REASONS =
            List.of("FieldValueInvalid", "FieldValueForbidden", "FieldValueRequired", "FieldValueDuplicate");
    private static final Set<String> FORBIDDEN = Set.of(
            "$ref",
            "$schema",
            "id",
            "definitions",
            "dependencies",
            "patternProperties",
            "additionalItems",
            "deprecated");
    private static final Set<String> OUTSIDE_ONLY = Set.of(
            "description",
            "type",
            "default",
            "additionalProperties",
            "nullable",
            "title",
            PRESERVE,
            "x-kubernetes-embedded-resource",
            INT_OR_STRING,
            "x-kubernetes-list-type",
            "x-kubernetes-list-map-keys",
            "x-kubernetes-map-type");
    private static final List<String> COMBINING = List.of("allOf", "anyOf", "oneOf");

    private final List<Violation> violations = new ArrayList<>();

    private StructureRules() {}

    /**
     * What is wrong with the schema of a version.
     *
     * @param path of the schema in the manifest of the definition
     */
    public static List<Violation> of(JsonNode schema, String path) {
        StructureRules rules = new StructureRules();
        if (!schema.path("type").asText().equals("object")) {
            rules.structure(path, "The schema of a version is not of the type object.", "Set type: object.");
        }
        rules.examine(schema, path, false);
        return rules.violations;
    }

    private void examine(JsonNode schema, String path, boolean metadata) {
        type(schema, path);
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            if (FORBIDDEN.contains(keyword.getKey())) {
                structure(
                        FieldPath.child(path, keyword.getKey()),
                        keyword.getKey() + " is not allowed in the schema of a custom resource.",
                        "Leave it out, or write what it stands for.");
            }
        }
        if (schema.path("uniqueItems").asBoolean()) {
            structure(path, "uniqueItems is not allowed.", "Set x-kubernetes-list-type: set.");
        }
        if (schema.path("properties").size() > 0 && schema.has("additionalProperties")) {
            structure(path, "The schema has both properties and additionalProperties.", "Keep one of them.");
        }
        listType(schema, path);
        contradictions(schema, path);
        validations(schema, path);
        if (schema.has("default")) {
            preset(schema, path, metadata);
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String at = FieldPath.child(FieldPath.child(path, "properties"), property.getKey());
            examine(property.getValue(), at, metadata || (property.getKey().equals("metadata") && isRoot(path)));
        }
        for (String keyword : List.of("items", "additionalProperties")) {
            if (schema.path(keyword).isObject()) {
                examine(schema.path(keyword), FieldPath.child(path, keyword), metadata);
            }
        }
        for (String keyword : COMBINING) {
            for (int i = 0; i < schema.path(keyword).size(); i++) {
                JsonNode each = schema.path(keyword).get(i);
                nested(each, FieldPath.item(FieldPath.child(path, keyword), i), schema);
            }
        }
        if (schema.has("not")) {
            nested(schema.path("not"), FieldPath.child(path, "not"), schema);
        }
    }

    private static boolean isRoot(String path) {
        return path.endsWith("openAPIV3Schema");
    }

    private void type(JsonNode schema, String path) {
        String type = schema.path("type").asText();
        boolean free = schema.path(PRESERVE).asBoolean();
        boolean either = schema.path(INT_OR_STRING).asBoolean();
        if (type.isEmpty() && !free && !either) {
            structure(path, "The schema has no type.", "Give one of " + String.join(", ", TYPES) + ".");
        } else if (!type.isEmpty() && either) {
            structure(path, "The schema has both a type and " + INT_OR_STRING + ".", "Leave the type out.");
        } else if (!type.isEmpty() && !TYPES.contains(type)) {
            String close = Likeness.closest(type, TYPES);
            structure(
                    FieldPath.child(path, "type"),
                    "There is no type \"" + type + "\".",
                    close == null ? "Give one of " + String.join(", ", TYPES) + "." : "Did you mean " + close + "?");
        }
        if (type.equals("array") && !schema.path("items").isObject()) {
            structure(path, "The schema of a list does not say of what.", "Give items.");
        }
        if (schema.path("x-kubernetes-embedded-resource").asBoolean()
                && (!type.equals("object") || (!free && !schema.has("properties")))) {
            structure(
                    path,
                    "An embedded resource is an object with properties, or one that keeps unknown fields.",
                    "Set type: object and " + PRESERVE + ": true.");
        }
    }

    private void listType(JsonNode schema, String path) {
        String kind = schema.path("x-kubernetes-list-type").asText();
        JsonNode items = schema.path("items");
        String item = items.path("type").asText();
        JsonNode keys = schema.path("x-kubernetes-list-map-keys");
        if (!kind.isEmpty() && !schema.path("type").asText().equals("array")) {
            structure(path, "x-kubernetes-list-type is for lists only.", "Leave it out.");
        }
        if (kind.equals("set")) {
            boolean whole = items.path("x-kubernetes-map-type").asText().equals("atomic")
                    || items.path("x-kubernetes-list-type").asText().equals("atomic");
            if ((item.equals("object") || item.equals("array")) && !whole) {
                structure(
                        path,
                        "The items of a set are compared as a whole, and these are not said to be so.",
                        "Set x-kubernetes-map-type: atomic on the items, or make it a list.");
            }
        } else if (kind.equals("map")) {
            if (keys.isEmpty()) {
                structure(path, "A list of the type map has no keys.", "Give x-kubernetes-list-map-keys.");
            }
            for (JsonNode key : keys) {
                boolean there = items.path("properties").has(key.asText());
                boolean given = items.path("properties").path(key.asText()).has("default");
                for (JsonNode required : items.path("required")) {
                    given |= required.asText().equals(key.asText());
                }
                if (!there || !given) {
                    structure(
                            path,
                            "The key " + key.asText() + " of the list is "
                                    + (there ? "neither required nor has it a default." : "no property of its items."),
                            "Name a property of the items that is required.");
                }
            }
        } else if (!keys.isEmpty()) {
            structure(path, "Only a list of the type map has keys.", "Set x-kubernetes-list-type: map.");
        }
    }

    private void contradictions(JsonNode schema, String path) {
        for (String of : List.of("imum", "Length", "Items", "Properties")) {
            JsonNode least = schema.get("min" + of);
            JsonNode most = schema.get("max" + of);
            if (least != null && most != null && least.decimalValue().compareTo(most.decimalValue()) > 0) {
                contradiction(
                        FieldPath.child(path, "min" + of),
                        "min" + of + " is " + least.asText() + ", and max" + of + " is " + most.asText()
                                + ": no value is allowed.",
                        "Raise one or lower the other.");
            }
        }
        JsonNode pattern = schema.get("pattern");
        String problem = pattern == null ? null : Re2.problem(pattern.asText());
        if (pattern != null && problem != null) {
            contradiction(
                    FieldPath.child(path, "pattern"),
                    "The pattern " + pattern.asText() + " " + problem + ".",
                    "Write it in the syntax of RE2, which servers use; it knows no lookaround.");
        }
        JsonNode properties = schema.path("properties");
        if (!schema.path(PRESERVE).asBoolean() && !schema.has("additionalProperties")) {
            for (JsonNode name : schema.path("required")) {
                if (!properties.has(name.asText())) {
                    List<String> names = new ArrayList<>();
                    properties.fieldNames().forEachRemaining(names::add);
                    String close = Likeness.closest(name.asText(), names);
                    contradiction(
                            FieldPath.child(path, "required"),
                            name.asText() + " is required, but it is no property.",
                            close == null ? "Add it to the properties." : "Did you mean " + close + "?");
                }
            }
        }
        for (JsonNode word : schema.path("enum")) {
            String type = schema.path("type").asText();
            boolean nothing = word.isNull() && schema.path("nullable").asBoolean();
            if (!nothing && !SchemaValidator.hasType(word, type)) {
                contradiction(
                        FieldPath.child(path, "enum"),
                        word + " is one of the values, but not of the type " + type + ".",
                        "Give values of that type.");
            }
        }
    }

    private void validations(JsonNode schema, String path) {
        JsonNode rules = schema.path("x-kubernetes-validations");
        for (int i = 0; i < rules.size(); i++) {
            JsonNode rule = rules.get(i);
            String at = FieldPath.item(FieldPath.child(path, "x-kubernetes-validations"), i);
            String text = rule.path("rule").asText();
            if (text.isBlank()) {
                add(
                        SchemaRule.VALIDATION,
                        at,
                        "The rule is empty.",
                        "Give an expression in CEL, such as self.min <= self.max.");
            }
            if (text.strip().contains("\n") && rule.path("message").asText().isEmpty()) {
                add(
                        SchemaRule.VALIDATION,
                        at,
                        "A rule of several lines needs a message.",
                        "Say what is wrong in a message.");
            }
            if (rule.has("message") && rule.path("message").asText().isBlank()) {
                add(SchemaRule.VALIDATION, at, "The message is empty.", "Say what is wrong, or leave it out.");
            }
            if (rule.path("message").asText().contains("\n")) {
                add(SchemaRule.VALIDATION, at, "The message has several lines.", "Write it on one line.");
            }
            if (rule.has("reason") && !REASONS.contains(rule.path("reason").asText())) {
                add(
                        SchemaRule.VALIDATION,
                        at,
                        "There is no reason \"" + rule.path("reason").asText() + "\".",
                        "Give one of " + String.join(", ", REASONS) + ".");
            }
        }
    }

    private void preset(JsonNode schema, String path, boolean metadata) {
        String at = FieldPath.child(path, "default");
        if (metadata) {
            structure(at, "metadata has no defaults.", "Leave the default out.");
        }
        for (Violation violation : SchemaValidator.of(schema, schema.path("default"), "")) {
            boolean told = violation.path().isEmpty() || violation.rule() == SchemaRule.REQUIRED;
            String where = told ? "" : violation.path() + ": ";
            add(
                    SchemaRule.DEFAULT,
                    at,
                    "The default is not valid: " + where + violation.message(),
                    "Change the default, or what the schema allows.");
        }
    }

    /** What combines schemas says more of the value, but nothing of its structure. */
    private void nested(JsonNode schema, String path, JsonNode outside) {
        boolean either = outside.path(INT_OR_STRING).asBoolean();
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            String name = keyword.getKey();
            if (OUTSIDE_ONLY.contains(name) && !(either && name.equals("type"))) {
                structure(
                        FieldPath.child(path, name),
                        name + " is not allowed within allOf, anyOf, oneOf and not.",
                        "Move it to the schema around them.");
            }
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String at = FieldPath.child(FieldPath.child(path, "properties"), property.getKey());
            JsonNode same = outside.path("properties").path(property.getKey());
            if (same.isMissingNode() && !outside.path(PRESERVE).asBoolean() && !outside.has("additionalProperties")) {
                structure(at, property.getKey() + " is a property here, but not outside.", "Declare it outside too.");
            }
            nested(property.getValue(), at, same);
        }
        if (schema.path("items").isObject()) {
            nested(schema.path("items"), FieldPath.child(path, "items"), outside.path("items"));
        }
        for (String keyword : COMBINING) {
            for (int i = 0; i < schema.path(keyword).size(); i++) {
                nested(schema.path(keyword).get(i), FieldPath.item(FieldPath.child(path, keyword), i), outside);
            }
        }
    }

    private void structure(String path, String message, String hint) {
        add(SchemaRule.STRUCTURE, path, message, hint);
    }

    private void contradiction(String path, String message, String hint) {
        add(SchemaRule.CONTRADICTION, path, message, hint);
    }

    private void add(SchemaRule rule, String path, String message, String hint) {
        violations.add(new Violation(rule, path, message, hint));
    }
}
