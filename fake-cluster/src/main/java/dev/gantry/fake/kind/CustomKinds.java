package dev.gantry.fake.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.schema.CustomTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The kinds that a CustomResourceDefinition defines. */
public final class CustomKinds {

    private CustomKinds() {}

    /** Its versions that are served, the one that is kept first. */
    public static List<ApiKind> of(ObjectNode definition) {
        JsonNode spec = definition.path("spec");
        JsonNode names = spec.path("names");
        List<ApiKind> kinds = new ArrayList<>();
        for (JsonNode version : spec.path("versions")) {
            if (!version.path("served").asBoolean()) {
                continue;
            }
            Set<String> subresources = new HashSet<>();
            version.path("subresources").fieldNames().forEachRemaining(subresources::add);
            String kind = Json.text(names, "kind");
            ApiKind served = new ApiKind(
                    Json.text(spec, "group"),
                    Json.text(version, "name"),
                    kind,
                    new ApiKind.Names(
                            Json.text(names, "plural"),
                            Json.text(names, "singular"),
                            Json.text(names, "listKind"),
                            texts(names.path("shortNames")),
                            texts(names.path("categories"))),
                    Json.text(spec, "scope").equals("Namespaced"),
                    subresources,
                    CustomTypes.resource(kind, Json.at(version, "schema", "openAPIV3Schema")),
                    true,
                    true,
                    definition);
            kinds.add(version.path("storage").asBoolean() ? 0 : kinds.size(), served);
        }
        return kinds;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
