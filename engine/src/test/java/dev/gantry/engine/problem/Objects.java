package dev.gantry.engine.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.finding.Origin;
import java.util.List;

/** Objects for tests. */
final class Objects {

    static final Origin LINE = Origin.source("com/acme/Shop.java", 31);

    private static final ObjectMapper JSON = new ObjectMapper();

    static final String DEPLOYMENT = """
            {"apiVersion":"apps/v1","kind":"Deployment",
             "metadata":{"name":"web","namespace":"shop","annotations":{"example.com/a.b":"x"}},
             "spec":{"template":{"spec":{"containers":[{"name":"proxy"},
               {"name":"web","image":5,"ports":[{"containerPort":80},{"containerPort":81,"protocol":"UDP"}]}]}}}}""";

    private Objects() {}

    static DesiredObject of(String json) {
        return of(tree(json));
    }

    static DesiredObject of(ObjectNode tree) {
        String namespace = tree.path("metadata").path("namespace").asText("");
        ResourceId id = new ResourceId(
                tree.path("apiVersion").asText(),
                tree.path("kind").asText(),
                namespace.isEmpty() ? null : namespace,
                tree.path("metadata").path("name").asText());
        return new DesiredObject(
                new IndexEntry(id, 50, "shop", "file.yaml", 0, "sha256:0", LINE, List.of(), List.of()), tree);
    }

    static DesiredObject minimal(String apiVersion, String kind, String name) {
        return of(minimalTree(apiVersion, kind, name));
    }

    static ObjectNode minimalTree(String apiVersion, String kind, String name) {
        return tree("{\"apiVersion\":\"%s\",\"kind\":\"%s\",\"metadata\":{\"name\":\"%s\",\"namespace\":\"shop\"}}"
                .formatted(apiVersion, kind, name));
    }

    static ObjectNode tree(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
