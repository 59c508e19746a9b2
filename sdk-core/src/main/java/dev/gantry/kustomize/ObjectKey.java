package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map.Entry;

/**
 * What tells an object from all others of one environment.
 *
 * @param apiVersion group and version
 * @param kind such as {@code Deployment}
 * @param namespace empty if it has none
 * @param name the literal name
 */
record ObjectKey(String apiVersion, String kind, String namespace, String name) {

    static ObjectKey of(ObjectNode tree) {
        JsonNode metadata = tree.path("metadata");
        return new ObjectKey(
                tree.path("apiVersion").asText(),
                tree.path("kind").asText(),
                metadata.path("namespace").asText(),
                metadata.path("name").asText());
    }

    /** The API group; empty for the core group. */
    String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    String version() {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    /** A strategic merge patch that says which object it is for. */
    ObjectNode addressed(ObjectNode patch) {
        ObjectNode addressed = JsonNodeFactory.instance.objectNode();
        addressed.put("apiVersion", apiVersion).put("kind", kind);
        ObjectNode metadata = addressed.putObject("metadata").put("name", name);
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        for (Entry<String, JsonNode> field : patch.properties()) {
            if (field.getKey().equals("metadata")) {
                metadata.setAll((ObjectNode) field.getValue());
            } else {
                addressed.set(field.getKey(), field.getValue());
            }
        }
        return addressed;
    }

    /** As people name it, such as {@code Service shop/web}. */
    @Override
    public String toString() {
        return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }
}
