package dev.gantry.fake.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names, labels, annotations, finalizers and owners. */
final class MetadataRules {

    private static final int ANNOTATIONS_LIMIT = 256 * 1024;
    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final Set<String> STANDARD_FINALIZERS = Set.of("kubernetes", "orphan", "foregroundDeletion");

    private MetadataRules() {}

    static void check(ApiKind kind, ObjectNode object, Problems problems) {
        String name = Json.text(object, "metadata", "name");
        if (name.isEmpty()) {
            problems.required("metadata.name", "name or generateName is required");
        } else {
            name(kind, name, problems);
        }
        annotations(Json.at(object, "metadata", "annotations"), problems);
        Syntax.labels(problems, "metadata.labels", Json.at(object, "metadata", "labels"));
        owners(Json.at(object, "metadata", "ownerReferences"), problems);
        finalizers(Json.at(object, "metadata", "finalizers"), problems);
    }

    private static void name(ApiKind kind, String name, Problems problems) {
        String path = "metadata.name";
        if (kind.resource().equals("namespaces")) {
            Syntax.label(problems, path, name);
        } else if (kind.group().equals(RBAC)) {
            Syntax.pathSegment(problems, path, name);
        } else if (kind.resource().equals("services")) {
            Syntax.label(problems, path, name);
        } else {
            Syntax.subdomain(problems, path, name);
        }
    }

    private static void annotations(JsonNode annotations, Problems problems) {
        long size = 0;
        for (Map.Entry<String, JsonNode> entry : annotations.properties()) {
            Syntax.qualified(
                    problems,
                    "metadata.annotations",
                    entry.getKey(),
                    entry.getKey().toLowerCase(Locale.ROOT));
            size += entry.getKey().getBytes(StandardCharsets.UTF_8).length;
            size += entry.getValue().asText().getBytes(StandardCharsets.UTF_8).length;
        }
        if (size > ANNOTATIONS_LIMIT) {
            problems.tooLong("metadata.annotations", ANNOTATIONS_LIMIT);
        }
    }

    private static void owners(JsonNode owners, Problems problems) {
        for (JsonNode owner : owners) {
            for (String field : List.of("apiVersion", "kind", "name", "uid")) {
                if (Json.text(owner, field).isEmpty()) {
                    String path = "metadata.ownerReferences." + (field.equals("apiVersion") ? "version" : field);
                    problems.invalid(path, "", "must not be empty");
                }
            }
        }
    }

    private static void finalizers(JsonNode finalizers, Problems problems) {
        for (int i = 0; i < finalizers.size(); i++) {
            String name = finalizers.get(i).asText();
            Syntax.qualified(problems, "metadata.finalizers", name);
            if (!name.contains("/") && !STANDARD_FINALIZERS.contains(name)) {
                problems.invalid(
                        "metadata.finalizers[" + i + "]",
                        name,
                        "name is neither a standard finalizer name nor is it fully qualified");
            }
        }
    }

    static void checkChange(ObjectNode before, ObjectNode after, Problems problems) {
        if (!before.path("metadata").has("deletionTimestamp")) {
            return;
        }
        Set<String> old = new java.util.HashSet<>();
        Json.at(before, "metadata", "finalizers").forEach(one -> old.add(one.asText()));
        List<String> added = new ArrayList<>();
        Json.at(after, "metadata", "finalizers").forEach(one -> {
            if (!old.contains(one.asText())) {
                added.add("\"" + one.asText() + "\"");
            }
        });
        if (!added.isEmpty()) {
            problems.forbidden(
                    "metadata.finalizers",
                    "no new finalizers can be added if the object is being deleted, found new finalizers []string{"
                            + String.join(", ", added) + "}");
        }
    }
}
