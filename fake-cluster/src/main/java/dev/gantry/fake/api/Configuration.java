package dev.gantry.fake.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.apply.TypedCheck;
import dev.gantry.fake.failure.ApiError;
import dev.gantry.fake.failure.Refusals;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.json.YamlText;
import dev.gantry.fake.write.WriteOptions;
import java.io.IOException;

/** What a request applies. */
final class Configuration {

    private Configuration() {}

    static ObjectNode of(Call call) {
        JsonNode tree = read(call);
        String kind = Json.text(tree, "kind");
        String apiVersion = Json.text(tree, "apiVersion");
        if (!(tree instanceof ObjectNode configuration)
                || !kind.equals(call.kind().kind())
                || !apiVersion.equals(call.kind().apiVersion())) {
            String shown = apiVersion.contains("/") ? apiVersion : "/" + apiVersion;
            throw Refusals.badRequest(
                    "invalid object type: " + (apiVersion.isEmpty() ? "/" : shown) + ", Kind=" + kind);
        }
        Names.check(call, configuration, false);
        if (configuration.path("metadata").has("managedFields")) {
            throw Refusals.badRequest("metadata.managedFields must be nil");
        }
        String errors = TypedCheck.errors(call.kind().type(), configuration);
        if (!errors.isEmpty()) {
            String name = Json.text(tree, "metadata", "namespace") + "/" + Json.text(tree, "metadata", "name");
            throw ApiError.of(
                    500,
                    "",
                    "failed to create typed patch object (" + name + "; "
                            + call.kind().described() + "): " + errors);
        }
        return configuration;
    }

    private static JsonNode read(Call call) {
        byte[] content = Body.content(call);
        try {
            return Json.readStrictly(content);
        } catch (IOException notStrictJson) {
            return readYaml(call, content);
        }
    }

    private static JsonNode readYaml(Call call, byte[] content) {
        YamlText text;
        try {
            text = YamlText.read(content);
        } catch (YamlText.Malformed e) {
            throw Refusals.badRequest("error decoding YAML: error converting YAML to JSON: yaml: " + e.getMessage());
        }
        if (!text.repeated().isEmpty() && call.options().strictness() == WriteOptions.Strictness.STRICT) {
            throw Refusals.badRequest(
                    "error strict decoding YAML: error converting YAML to JSON: yaml: unmarshal errors:\n  "
                            + String.join("\n  ", text.repeated()));
        }
        if (call.options().strictness() == WriteOptions.Strictness.WARN) {
            call.warnings().addAll(text.repeated());
        }
        return text.tree();
    }
}
