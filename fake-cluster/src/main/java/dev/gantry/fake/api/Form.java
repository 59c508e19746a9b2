package dev.gantry.fake.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.failure.ApiError;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;
import java.util.List;

/** In which form a client wants objects. */
enum Form {
    /** As they are. */
    PLAIN,
    /** Their metadata only. */
    METADATA,
    /** A table for people. */
    TABLE;

    private static final String META = "meta.k8s.io/v1";

    static Form asked(Call call) {
        String accept = call.request().header("Accept");
        for (String type : accept.split(",", -1)) {
            String wanted = type.strip();
            if (wanted.contains("as=Table")) {
                return TABLE;
            }
            if (wanted.contains("as=PartialObjectMetadata")) {
                return METADATA;
            }
            boolean json = wanted.startsWith("application/json") || wanted.startsWith("application/*");
            if (wanted.isEmpty() || wanted.startsWith("*/*") || json) {
                return PLAIN;
            }
        }
        throw ApiError.of(406, "NotAcceptable", "406: Not Acceptable\n\nAvailable representations: application/json")
                .about("", "", "");
    }

    ObjectNode one(ApiKind kind, ObjectNode object) {
        return switch (this) {
            case PLAIN -> object;
            case METADATA -> metadata(object);
            case TABLE -> {
                ObjectNode table = Tables.of(kind, List.of(object));
                table.putObject("metadata").put("resourceVersion", Json.text(object, "metadata", "resourceVersion"));
                yield table;
            }
        };
    }

    ObjectNode many(ApiKind kind, List<ObjectNode> objects) {
        if (this == TABLE) {
            return Tables.of(kind, objects);
        }
        ObjectNode list = Json.object();
        list.put(
                "kind",
                this == METADATA ? "PartialObjectMetadataList" : kind.names().list());
        list.put("apiVersion", this == METADATA ? META : kind.apiVersion());
        ArrayNode items = list.putArray("items");
        for (ObjectNode object : objects) {
            items.add(this == METADATA ? metadata(object) : item(kind, object));
        }
        return list;
    }

    /** Within a list, built-in kinds do not say what they are. */
    private static ObjectNode item(ApiKind kind, ObjectNode object) {
        return kind.isCustom() ? object : object.deepCopy().without(List.of("apiVersion", "kind"));
    }

    private static ObjectNode metadata(ObjectNode object) {
        ObjectNode partial = Json.object();
        partial.put("kind", "PartialObjectMetadata").put("apiVersion", META);
        JsonNode metadata = object.path("metadata");
        partial.set("metadata", metadata);
        return partial;
    }
}
