package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gantry.extension.Likeness;
import dev.gantry.finding.Finding;
import dev.gantry.schema.SchemaPath;
import dev.gantry.schema.SchemaRule;
import java.util.List;

/** Compares the paths of columns, selectable fields and the scale subresource with the schema that they lead into. */
final class DefinitionPaths {

    private static final List<String> COLUMN_TYPES = List.of("boolean", "date", "integer", "number", "string");

    private final Findings findings;
    private final Manifest definition;
    private final JsonNode schema;

    DefinitionPaths(Findings findings, Manifest definition, JsonNode schema) {
        this.findings = findings;
        this.definition = definition;
        this.schema = schema;
    }

    void check(JsonNode version, String path) {
        JsonNode columns = version.path("additionalPrinterColumns");
        for (int i = 0; i < columns.size(); i++) {
            String at = path + ".additionalPrinterColumns[" + i + "]";
            JsonNode column = columns.get(i);
            String type = column.path("type").asText();
            if (!COLUMN_TYPES.contains(type)) {
                String close = Likeness.closest(type, COLUMN_TYPES);
                report(
                        at + ".type",
                        "A column has no type \"" + type + "\".",
                        close == null
                                ? "Give one of " + String.join(", ", COLUMN_TYPES) + "."
                                : "Did you mean " + close + "?");
            }
            find(at + ".jsonPath", column.path("jsonPath").asText());
        }
        JsonNode fields = version.path("selectableFields");
        for (int i = 0; i < fields.size(); i++) {
            String at = path + ".selectableFields[" + i + "].jsonPath";
            JsonNode found = find(at, fields.get(i).path("jsonPath").asText());
            if (!List.of("string", "boolean", "integer", "")
                    .contains(found.path("type").asText())) {
                report(
                        at,
                        "The field is of the type " + found.path("type").asText()
                                + ", by which nothing can be selected.",
                        "Name a text, a whole number or a truth value.");
            }
        }
        if (version.path("subresources").has("scale")) {
            scale(version.path("subresources").path("scale"), path + ".subresources.scale");
        }
    }

    private void scale(JsonNode scale, String path) {
        replicas(scale, path, "specReplicasPath", ".spec.", "@SpecReplicas");
        replicas(scale, path, "statusReplicasPath", ".status.", "@StatusReplicas");
        if (scale.has("labelSelectorPath")) {
            String at = path + ".labelSelectorPath";
            String type = find(at, scale.path("labelSelectorPath").asText())
                    .path("type")
                    .asText();
            if (!type.isEmpty() && !type.equals("string")) {
                report(
                        at,
                        "The selector is of the type " + type + ".",
                        "Name a field of text: a selector as kubectl takes it.");
            }
        }
    }

    private void replicas(JsonNode scale, String path, String field, String below, String annotation) {
        String value = scale.path(field).asText();
        if (value.isEmpty()) {
            report(
                    path,
                    "The scale subresource has no " + field + ".",
                    "Give it (" + annotation + " on a property of type int).");
        } else if (!value.startsWith(below)) {
            report(path + "." + field, value + " is not below " + below, "Name a field below " + below);
        } else {
            String type = find(path + "." + field, value).path("type").asText();
            if (!type.isEmpty() && !type.equals("integer")) {
                report(path + "." + field, value + " is of the type " + type + ".", "Name a whole number.");
            }
        }
    }

    private JsonNode find(String at, String path) {
        JsonNode found = SchemaPath.find(schema, path);
        if (found == null) {
            report(at, "\"" + path + "\" is no path.", "Write it as .spec.replicas.");
        } else if (found.isMissingNode()) {
            report(at, "The schema has no field " + path + ".", "Name a field that is there, or add it to the schema.");
        }
        return found == null ? MissingNode.getInstance() : found;
    }

    private void report(String at, String message, String hint) {
        findings.add(definition, at, Finding.of(SchemaRule.PATH, message).hint(hint));
    }
}
