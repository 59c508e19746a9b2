package dev.gantry.fake.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.failure.ApiError;
import dev.gantry.fake.failure.Refusals;
import dev.gantry.fake.patch.JsonPatch;
import dev.gantry.fake.patch.MergePatch;
import dev.gantry.fake.patch.PatchException;
import dev.gantry.fake.patch.StrategicMergePatch;

/** A patch of one of the three kinds that are not server-side apply. */
record Patching(Form form, JsonNode patch, Call call) {

    enum Form {
        JSON,
        MERGE,
        STRATEGIC
    }

    static Patching of(String contentType, JsonNode patch, Call call) {
        Form form = switch (contentType) {
            case "application/json-patch+json" -> Form.JSON;
            case "application/merge-patch+json" -> Form.MERGE;
            case "application/strategic-merge-patch+json" -> Form.STRATEGIC;
            default -> throw unsupported();
        };
        if (form == Form.STRATEGIC && call.kind().isCustom()) {
            throw ApiError.of(
                    415,
                    "UnsupportedMediaType",
                    "the body of the request was in an unknown format - accepted media types include: "
                            + "application/json-patch+json, application/merge-patch+json, "
                            + "application/apply-patch+yaml");
        }
        return new Patching(form, patch, call);
    }

    private static ApiError unsupported() {
        return ApiError.of(415, "UnsupportedMediaType", "415: Unsupported Media Type")
                .about("", "", "");
    }

    /** The real server does not say more either. */
    private static ApiError unprocessable() {
        return ApiError.of(422, "Invalid", "the server rejected our request due to an error in our request")
                .about("", "", "");
    }

    ObjectNode applied(ObjectNode live) {
        try {
            JsonNode result = switch (form) {
                case JSON -> JsonPatch.apply(patch, live);
                case MERGE -> MergePatch.apply(patch, live);
                case STRATEGIC -> StrategicMergePatch.apply(call.kind().type(), patch, live);
            };
            if (result instanceof ObjectNode object) {
                return object;
            }
            throw Refusals.badRequest("json: cannot unmarshal patch result into an object");
        } catch (PatchException e) {
            throw e.unprocessable() ? unprocessable() : Refusals.badRequest(String.valueOf(e.getMessage()));
        }
    }
}
