package dev.gantry.fake.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;
import java.util.StringJoiner;

/** The subresource that knows the number of replicas only. */
final class Scale {

    private static final String SPEC_PATH = ".spec.replicas";
    private static final String STATUS_PATH = ".status.replicas";

    private Scale() {}

    static ObjectNode of(ApiKind kind, ObjectNode object) {
        ObjectNode scale = Json.object();
        scale.put("kind", "Scale").put("apiVersion", "autoscaling/v1");
        ObjectNode metadata = scale.putObject("metadata");
        for (String field : new String[] {"name", "namespace", "uid", "resourceVersion", "creationTimestamp"}) {
            metadata.put(field, Json.text(object, "metadata", field));
        }
        JsonNode replicas = Json.at(object, path(kind, "specReplicasPath", SPEC_PATH));
        ObjectNode spec = scale.putObject("spec");
        if (replicas.asInt() != 0) {
            spec.put("replicas", replicas.asInt());
        }
        ObjectNode status = scale.putObject("status");
        status.put(
                "replicas",
                Json.at(object, path(kind, "statusReplicasPath", STATUS_PATH)).asInt());
        StringJoiner selector = new StringJoiner(",");
        Json.at(object, "spec", "selector", "matchLabels")
                .properties()
                .forEach(label ->
                        selector.add(label.getKey() + "=" + label.getValue().asText()));
        if (selector.length() > 0) {
            status.put("selector", selector.toString());
        }
        return scale;
    }

    /** The object with the replicas that a Scale says. */
    static ObjectNode into(ApiKind kind, ObjectNode object, JsonNode scale) {
        String[] path = path(kind, "specReplicasPath", SPEC_PATH);
        ObjectNode changed = object.deepCopy();
        ObjectNode parent = changed;
        for (int i = 0; i < path.length - 1; i++) {
            parent = Json.objectAt(parent, path[i]);
        }
        parent.put(path[path.length - 1], Json.at(scale, "spec", "replicas").asInt());
        String version = Json.text(scale, "metadata", "resourceVersion");
        if (!version.isEmpty()) {
            Json.objectAt(changed, "metadata").put("resourceVersion", version);
        }
        return changed;
    }

    private static String[] path(ApiKind kind, String field, String usual) {
        String custom = Json.text(kind.versionDefinition(), "subresources", "scale", field);
        String path = custom.isEmpty() ? usual : custom;
        return path.substring(1).split("\\.", -1);
    }
}
