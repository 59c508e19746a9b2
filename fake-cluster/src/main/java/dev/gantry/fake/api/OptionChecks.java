package dev.gantry.fake.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.fake.failure.ApiError;
import dev.gantry.fake.failure.Refusals;
import dev.gantry.fake.json.Json;
import java.util.ArrayList;
import java.util.List;

/** The parameters of writes. */
final class OptionChecks {

    private static final String GROUP = "meta.k8s.io";

    private OptionChecks() {}

    static void create(Call call) {
        check(call, "CreateOptions", new ArrayList<>());
    }

    static void update(Call call) {
        check(call, "UpdateOptions", new ArrayList<>());
    }

    static void delete(Call call) {
        check(call, "DeleteOptions", new ArrayList<>());
        propagation(call.request().parameter("propagationPolicy"));
    }

    static void deleteBody(JsonNode body) {
        propagation(Json.text(body, "propagationPolicy"));
        for (JsonNode value : body.path("dryRun")) {
            if (!value.asText().equals("All")) {
                throw Refusals.invalid(
                        GROUP,
                        "DeleteOptions",
                        "",
                        List.of(dryRun(body.path("dryRun").toString())));
            }
        }
    }

    private static void propagation(String policy) {
        if (!List.of("", "Foreground", "Background", "Orphan").contains(policy)) {
            throw Refusals.invalid(
                    GROUP,
                    "DeleteOptions",
                    "",
                    List.of(new ApiError.Cause(
                            "FieldValueNotSupported",
                            "Unsupported value: \"" + policy
                                    + "\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\"",
                            "propagationPolicy")));
        }
    }

    static void patch(Call call) {
        boolean apply = call.request().header("Content-Type").startsWith("application/apply-patch");
        List<ApiError.Cause> causes = new ArrayList<>();
        if (apply && call.request().parameter("fieldManager").isEmpty()) {
            causes.add(new ApiError.Cause(
                    "FieldValueRequired", "Required value: is required for apply patch", "fieldManager"));
        }
        if (!apply && !call.request().parameter("force").isEmpty()) {
            causes.add(new ApiError.Cause(
                    "FieldValueForbidden", "Forbidden: may not be specified for non-apply patch", "force"));
        }
        check(call, "PatchOptions", causes);
    }

    private static void check(Call call, String kind, List<ApiError.Cause> causes) {
        String dryRun = call.request().parameter("dryRun");
        if (!dryRun.isEmpty() && !dryRun.equals("All")) {
            causes.add(dryRun("[\"" + dryRun + "\"]"));
        }
        String validation = call.request().parameter("fieldValidation");
        if (!validation.isEmpty() && !List.of("Ignore", "Warn", "Strict").contains(validation)) {
            causes.add(new ApiError.Cause(
                    "FieldValueNotSupported",
                    "Unsupported value: \"" + validation + "\": supported values: \"Ignore\", \"Strict\", \"Warn\"",
                    "fieldValidation"));
        }
        if (call.request().parameter("fieldManager").length() > 128) {
            causes.add(new ApiError.Cause(
                    "FieldValueTooLong", "Too long: may not be more than 128 bytes", "fieldManager"));
        }
        if (!causes.isEmpty()) {
            throw Refusals.invalid(GROUP, kind, "", causes);
        }
    }

    private static ApiError.Cause dryRun(String given) {
        return new ApiError.Cause(
                "FieldValueNotSupported", "Unsupported value: " + given + ": supported values: \"All\"", "dryRun");
    }
}
