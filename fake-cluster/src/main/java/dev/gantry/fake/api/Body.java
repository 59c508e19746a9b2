package dev.gantry.fake.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.apply.Nulls;
import dev.gantry.fake.failure.ApiError;
import dev.gantry.fake.failure.Refusals;
import dev.gantry.fake.json.Json;
import java.io.IOException;

/** What a request sends. */
final class Body {

    private static final int LIMIT = 3 * 1024 * 1024;

    private final Call call;
    private final JsonNode tree;

    private Body(Call call, JsonNode tree) {
        this.call = call;
        this.tree = tree;
    }

    static Body of(Call call) {
        byte[] content = call.request().body();
        if (content.length > LIMIT) {
            throw ApiError.of(413, "RequestEntityTooLarge", "Request entity too large: limit is " + LIMIT);
        }
        if (call.request().header("Content-Type").contains("protobuf")) {
            throw ApiError.of(
                    415,
                    "UnsupportedMediaType",
                    "the body of the request was in an unknown format - accepted media types include: application/json, application/yaml");
        }
        try {
            return new Body(call, content.length == 0 ? MissingNode.getInstance() : Json.readYaml(content));
        } catch (IOException e) {
            throw Refusals.badRequest("error decoding: " + e.getMessage());
        }
    }

    /** As it is. */
    JsonNode tree() {
        return tree;
    }

    /** An object of the kind. */
    ObjectNode object() {
        if (!(tree instanceof ObjectNode object)) {
            throw Refusals.badRequest("the object provided is unrecognized (must be of type "
                    + call.kind().kind() + "): couldn't get version/kind; json parse error");
        }
        return checked(call, object.deepCopy());
    }

    /** An object of the kind that came from somewhere else than the body. */
    static ObjectNode checked(Call call, ObjectNode object) {
        String kind = Json.text(object, "kind");
        String apiVersion = Json.text(object, "apiVersion");
        boolean wrongKind = !kind.isEmpty() && !kind.equals(call.kind().kind());
        if (wrongKind
                || (!apiVersion.isEmpty() && !apiVersion.equals(call.kind().apiVersion()))) {
            throw Refusals.badRequest(kind + " in version \"" + apiVersion + "\" cannot be handled as a "
                    + call.kind().kind());
        }
        return Nulls.drop(complete(call, object));
    }

    private static ObjectNode complete(Call call, ObjectNode object) {
        ObjectNode complete = Json.object();
        complete.put("apiVersion", call.kind().apiVersion())
                .put("kind", call.kind().kind());
        object.properties().forEach(entry -> complete.set(entry.getKey(), entry.getValue()));
        return complete;
    }

    /** A configuration to apply. */
    ObjectNode configuration() {
        String kind = Json.text(tree, "kind");
        String apiVersion = Json.text(tree, "apiVersion");
        if (!(tree instanceof ObjectNode object)
                || !kind.equals(call.kind().kind())
                || !apiVersion.equals(call.kind().apiVersion())) {
            int slash = apiVersion.indexOf('/');
            String shown = slash < 0 ? "/" + apiVersion : apiVersion;
            throw Refusals.badRequest("invalid object type: " + shown + ", Kind=" + kind);
        }
        if (Json.at(tree, "metadata").has("managedFields")) {
            throw Refusals.badRequest("metadata.managedFields must be nil");
        }
        return object.deepCopy();
    }
}
