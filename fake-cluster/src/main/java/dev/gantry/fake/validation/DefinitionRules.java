package dev.gantry.fake.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import java.util.List;
import java.util.Map;

/** CustomResourceDefinitions and their schemas. */
final class DefinitionRules {

    private static final List<String> TYPES = List.of("array", "boolean", "integer", "number", "object", "string");

    private static final String ONE_KEPT = "must have exactly one version marked as storage version";

    private DefinitionRules() {}

    static void check(ObjectNode object, Problems problems) {
        JsonNode spec = object.path("spec");
        String name = Json.text(object, "metadata", "name");
        if (!name.equals(Json.text(spec, "names", "plural") + "." + Json.text(spec, "group"))) {
            problems.invalid("metadata.name", name, "must be spec.names.plural+\".\"+spec.group");
        }
        if (Json.text(spec, "group").isEmpty()) {
            problems.required("spec.group", "");
        }
        String scope = Json.text(spec, "scope");
        if (scope.isEmpty()) {
            problems.required("spec.scope", "");
        } else if (!List.of("Cluster", "Namespaced").contains(scope)) {
            problems.unsupported("spec.scope", spec.path("scope"), List.of("Cluster", "Namespaced"));
        }
        JsonNode versions = spec.path("versions");
        int kept = 0;
        for (int i = 0; i < versions.size(); i++) {
            kept += versions.get(i).path("storage").asBoolean() ? 1 : 0;
            JsonNode schema = Json.at(versions.get(i), "schema", "openAPIV3Schema");
            if (schema.isMissingNode()) {
                problems.required("spec.versions[" + i + "].schema.openAPIV3Schema", "");
            } else {
                schema(schema, "spec.validation.openAPIV3Schema", true, problems);
            }
        }
        if (kept == 0) {
            problems.invalid("spec.versions", versions.isMissingNode() ? Json.array() : versions, ONE_KEPT);
            problems.invalid("status.storedVersions", NullNode.getInstance(), "must have at least one stored version");
        } else if (kept != 1) {
            problems.invalid("spec.versions", versions, ONE_KEPT);
        }
    }

    private static void schema(JsonNode schema, String path, boolean root, Problems problems) {
        String type = Json.text(schema, "type");
        boolean open = schema.path("x-kubernetes-int-or-string").asBoolean()
                || schema.path("x-kubernetes-preserve-unknown-fields").asBoolean();
        if (type.isEmpty() && (root || !open)) {
            problems.required(
                    path + ".type",
                    root ? "must not be empty at the root" : "must not be empty for specified object fields");
        } else if (!type.isEmpty() && !TYPES.contains(type)) {
            problems.unsupported(path + ".type", schema.path("type"), TYPES);
        }
        for (Map.Entry<String, JsonNode> entry : schema.path("properties").properties()) {
            schema(entry.getValue(), path + ".properties[" + entry.getKey() + "]", false, problems);
        }
        if (schema.path("items").isObject()) {
            schema(schema.path("items"), path + ".items", false, problems);
        }
        if (schema.path("additionalProperties").isObject()) {
            schema(schema.path("additionalProperties"), path + ".additionalProperties", false, problems);
        }
    }
}
