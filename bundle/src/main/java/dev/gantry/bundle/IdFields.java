package dev.gantry.bundle;

import dev.gantry.json.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The fields of a {@link ResourceId} as they are met in an object. */
final class IdFields {

    private @Nullable String apiVersion;
    private @Nullable String kind;
    private @Nullable String namespace;
    private @Nullable String name;

    void read(String field, JsonReader in) throws IOException {
        switch (field) {
            case "apiVersion" -> apiVersion = in.string();
            case "kind" -> kind = in.string();
            case "namespace" -> namespace = in.string();
            case "name" -> name = in.string();
            default -> in.skip();
        }
    }

    ResourceId build(JsonReader in) throws IOException {
        return new ResourceId(
                in.required(apiVersion, "apiVersion"), in.required(kind, "kind"), namespace, in.required(name, "name"));
    }
}
