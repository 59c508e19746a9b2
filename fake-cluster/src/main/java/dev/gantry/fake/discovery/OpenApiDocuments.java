package dev.gantry.fake.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;
import dev.gantry.fake.kind.Kinds;
import java.util.List;
import java.util.Optional;

/**
 * As much of the OpenAPI documents as kubectl needs in order to leave validation to the server: that a patch of a kind knows the parameter
 * {@code fieldValidation}.
 */
public final class OpenApiDocuments {

    private static final String ROOT = "/openapi/v3";

    private final Kinds kinds;

    /** Documents on these kinds. */
    public OpenApiDocuments(Kinds kinds) {
        this.kinds = kinds;
    }

    /** The document at a path; empty if there is none. */
    public Optional<ObjectNode> at(String path) {
        if (path.equals(ROOT)) {
            return Optional.of(index());
        }
        if (!path.startsWith(ROOT + "/")) {
            return Optional.empty();
        }
        List<ApiKind> served = kinds.all().stream()
                .filter(kind -> path.equals(ROOT + "/" + root(kind)))
                .toList();
        return served.isEmpty() ? Optional.empty() : Optional.of(document(served));
    }

    private ObjectNode index() {
        ObjectNode index = Json.object();
        ObjectNode paths = index.putObject("paths");
        for (ApiKind kind : kinds.all()) {
            Json.objectAt(paths, root(kind)).put("serverRelativeURL", ROOT + "/" + root(kind) + "?hash=0");
        }
        return index;
    }

    private static ObjectNode document(List<ApiKind> served) {
        ObjectNode document = Json.object();
        document.put("openapi", "3.0.0");
        document.putObject("info").put("title", "Kubernetes").put("version", "v1.33.0");
        ObjectNode paths = document.putObject("paths");
        for (ApiKind kind : served) {
            String path = "/" + root(kind) + (kind.namespaced() ? "/namespaces/{namespace}/" : "/") + kind.plural()
                    + "/{name}";
            ObjectNode patch = paths.putObject(path).putObject("patch");
            for (String parameter : List.of("dryRun", "fieldManager", "fieldValidation", "force")) {
                ObjectNode entry = patch.withArray("parameters").addObject();
                entry.put("name", parameter).put("in", "query");
                entry.putObject("schema").put("type", parameter.equals("force") ? "boolean" : "string");
            }
            patch.putObject("x-kubernetes-group-version-kind")
                    .put("group", kind.group())
                    .put("version", kind.version())
                    .put("kind", kind.kind());
        }
        return document;
    }

    private static String root(ApiKind kind) {
        return (kind.group().isEmpty() ? "api/" : "apis/") + kind.apiVersion();
    }
}
