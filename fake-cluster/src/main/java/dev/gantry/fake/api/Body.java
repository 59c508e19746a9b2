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
import dev.gantry.fake.json.YamlText;
import dev.gantry.fake.kind.ApiKind;
import dev.gantry.fake.kind.Kinds;
import dev.gantry.fake.write.WriteOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request sends, if it is no configuration to apply. */
final class Body {

    private static final int LIMIT = 3 * 1024 * 1024;

    private final Call call;
    private final JsonNode tree;
    private final byte @Nullable [] json;

    private Body(Call call, JsonNode tree, byte @Nullable [] json) {
        this.call = call;
        this.tree = tree;
        this.json = json;
    }

    static Body of(Call call) {
        byte[] content = content(call);
        String type = call.request().header("Content-Type");
        if (type.contains("protobuf") || type.contains("cbor")) {
            throw ApiError.of(
                            415,
                            "UnsupportedMediaType",
                            "the body of the request was in an unknown format - accepted media types include: "
                                    + "application/json, application/yaml")
                    .about("", "", "");
        }
        try {
            if (content.length == 0) {
                return new Body(call, MissingNode.getInstance(), null);
            }
            return type.contains("yaml")
                    ? new Body(call, YamlText.read(content).tree(), null)
                    : new Body(call, Json.read(content), content);
        } catch (JsonProcessingException e) {
            throw unreadable(call, "json parse error: " + e.getOriginalMessage());
        } catch (IOException | YamlText.Malformed e) {
            throw unreadable(call, String.valueOf(e.getMessage()));
        }
    }

    static byte[] content(Call call) {
        byte[] content = call.request().body();
        if (content.length > LIMIT) {
            throw ApiError.of(413, "RequestEntityTooLarge", "Request entity too large: limit is " + LIMIT);
        }
        return content;
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
        Decoding decoding = decoded(call.kind(), object, json);
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
            String shown = object.toString().replace("\\", "\\\\").replace("\"", "\\\"");
            throw Refusals.invalid(
                    "",
                    "",
                    "",
                    List.of(new ApiError.Cause(
                            "FieldValueInvalid",
                            "Invalid value: \"" + shown + "\": strict decoding error: "
                                    + String.join(", ", decoding.problems()),
                            "patch")));
        }
        call.warnings().clear();
        warn(call, decoding.problems());
        return decoding.object();
    }

    private static Decoding decoded(ApiKind kind, ObjectNode object, byte @Nullable [] json) {
        try {
            return Decoding.of(kind, object, json);
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
        if (wanted.isCustom()) {
            checkCustomKind(wanted, object);
            return;
        }
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

    private static void checkCustomKind(ApiKind wanted, ObjectNode object) {
        String kind = Json.text(object, "kind");
        String apiVersion = Json.text(object, "apiVersion");
        if (kind.isEmpty()) {
            throw Refusals.badRequest("the object provided is unrecognized (must be of type " + wanted.kind()
                    + "): Object 'Kind' is missing in '" + object + "'");
        }
        if (!apiVersion.equals(wanted.apiVersion())) {
            throw Refusals.badRequest("the API version in the data (" + apiVersion
                    + ") does not match the expected API version (" + wanted.apiVersion() + ")");
        }
        if (!kind.equals(wanted.kind())) {
            throw Refusals.invalid(
                    wanted.group(),
                    kind,
                    Json.text(object, "metadata", "name"),
                    List.of(new ApiError.Cause(
                            "FieldValueInvalid", "Invalid value: \"" + kind + "\": must be " + wanted.kind(), "kind")));
        }
    }

    private static String cannotBeHandled(String kind, String version, ApiKind wanted) {
        return kind + " in version \"" + version + "\" cannot be handled as a " + wanted.kind();
    }
}
