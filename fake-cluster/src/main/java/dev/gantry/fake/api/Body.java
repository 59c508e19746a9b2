package dev.gantry.fake.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.decode.Decoding;
import dev.gantry.fake.decode.TypeException;
import dev.gantry.fake.failure.ApiError;
import dev.gantry.fake.failure.Refusals;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;
import dev.gantry.fake.kind.Kinds;
import dev.gantry.fake.write.WriteOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
            throw ApiError.of(413, "RequestEntityTooLarge", "Request entity too large: limit is " + LIMIT)
                    .about("", "", "");
        }
        if (call.request().header("Content-Type").contains("protobuf")) {
            throw ApiError.of(
                            415,
                            "UnsupportedMediaType",
                            "the body of the request was in an unknown format - accepted media types include: "
                                    + "application/json, application/yaml")
                    .about("", "", "");
        }
        try {
            return new Body(call, content.length == 0 ? MissingNode.getInstance() : Json.readYaml(content));
        } catch (JsonProcessingException e) {
            throw unreadable(call, "json parse error: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw unreadable(call, String.valueOf(e.getMessage()));
        }
    }

    private static ApiError unreadable(Call call, String why) {
        String text = new String(call.request().body(), StandardCharsets.UTF_8);
        return Refusals.badRequest("the object provided is unrecognized (must be of type "
                + call.kind().kind() + "): couldn't get version/kind; " + why + " ("
                + text.substring(0, Math.min(text.length(), 100)) + ")");
    }

    /** As it is. */
    JsonNode tree() {
        return tree;
    }

    /** An object of the kind. */
    ObjectNode object(Kinds kinds) {
        if (!(tree instanceof ObjectNode object)) {
            throw unreadable(call, "it is no object");
        }
        checkKind(call.kind(), object, kinds);
        Decoding decoding = decoded(call.kind(), object, call.request().body());
        if (!decoding.problems().isEmpty() && call.options().strictness() == WriteOptions.Strictness.STRICT) {
            throw Refusals.badRequest(
                    cannotBeHandled(call.kind().kind(), call.kind().version(), call.kind())
                            + ": strict decoding error: " + String.join(", ", decoding.problems()));
        }
        warn(call, decoding.problems());
        return decoding.object();
    }

    /** An object of the kind that came of a patch. */
    static ObjectNode patched(Call call, ObjectNode object, Kinds kinds) {
        checkKind(call.kind(), object, kinds);
        Decoding decoding = decoded(call.kind(), object, null);
        if (!decoding.problems().isEmpty() && call.options().strictness() == WriteOptions.Strictness.STRICT) {
            throw Refusals.invalid(
                    "",
                    "",
                    "",
                    List.of(new ApiError.Cause(
                            "FieldValueInvalid",
                            "Invalid value: \""
                                    + object.toString().replace("\\", "\\\\").replace("\"", "\\\"")
                                    + "\": strict decoding error: " + String.join(", ", decoding.problems()),
                            "patch")));
        }
        call.warnings().clear();
        warn(call, decoding.problems());
        return decoding.object();
    }

    private static Decoding decoded(ApiKind kind, ObjectNode object, byte @Nullable [] content) {
        try {
            return Decoding.of(kind, object, content);
        } catch (TypeException e) {
            throw Refusals.badRequest(cannotBeHandled(kind.kind(), kind.version(), kind) + ": " + e.getMessage());
        }
    }

    private static void warn(Call call, List<String> problems) {
        if (call.options().strictness() == WriteOptions.Strictness.WARN) {
            call.warnings().addAll(problems);
        }
    }

    private static void checkKind(ApiKind wanted, ObjectNode object, Kinds kinds) {
        String kind = Json.text(object, "kind");
        String apiVersion = Json.text(object, "apiVersion");
        boolean wrong = !kind.isEmpty() && !kind.equals(wanted.kind());
        if (!wrong && (apiVersion.isEmpty() || apiVersion.equals(wanted.apiVersion()))) {
            return;
        }
        String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        if (kinds.named(apiVersion, kind).isPresent()) {
            String group = wanted.group().isEmpty() ? "core" : wanted.group().split("\\.", -1)[0];
            throw Refusals.badRequest(cannotBeHandled(kind, version, wanted) + ": converting (" + version + "." + kind
                    + ") to (" + group + "." + wanted.kind() + "): unknown conversion");
        }
        throw Refusals.badRequest(cannotBeHandled(kind, version, wanted) + ": no kind \"" + kind
                + "\" is registered for version \"" + apiVersion
                + "\" in scheme \"k8s.io/kubernetes/pkg/api/legacyscheme/scheme.go:30\"");
    }

    private static String cannotBeHandled(String kind, String version, ApiKind wanted) {
        return kind + " in version \"" + version + "\" cannot be handled as a " + wanted.kind();
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
            throw Refusals.badRequest(
                    "invalid object type: " + (apiVersion.isEmpty() ? "/" : shown) + ", Kind=" + kind);
        }
        if (Json.at(tree, "metadata").has("managedFields")) {
            throw Refusals.badRequest("metadata.managedFields must be nil");
        }
        return object.deepCopy();
    }
}
