package dev.gantry.engine.problem;

import dev.gantry.engine.cluster.ApiFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart what a server says of the fields of an object. Some of it, it says as text only. */
final class FieldErrors {

    /** {@code unknown field "spec.x", duplicate field "spec.y"}, of a strict decoder. */
    private static final Pattern STRICT = Pattern.compile("(unknown|duplicate) field \"((?:[^\"\\\\]|\\\\.)*)\"");

    /** What server-side apply says of what does not fit the schema; several lines if there are several mistakes. */
    private static final Pattern TYPED = Pattern.compile("(?s)failed to create typed patch object \\([^)]*\\): (.*)");

    private static final Pattern TYPED_LINE = Pattern.compile("(\\..*?): (.*)");
    private static final Pattern GO_VALUE = Pattern.compile("&value\\.valueUnstructured\\{Value:(.*)}");

    private FieldErrors() {}

    /** The mistakes; empty if the server does not speak of fields. */
    static List<FieldError> of(ApiFailure failure) {
        if (failure.isConflict()) {
            return List.of();
        }
        List<FieldError> errors = new ArrayList<>();
        if (failure.status() == 422 || failure.status() == 413) {
            causes(failure, errors);
        }
        Matcher typed = TYPED.matcher(failure.message());
        if (typed.find()) {
            typed.group(1).lines().forEach(line -> typed(line.strip(), errors));
        }
        Matcher strict = STRICT.matcher(failure.message());
        while (strict.find()) {
            errors.add(strict(strict.group(1).equals("unknown"), strict.group(2)));
        }
        return errors;
    }

    private static void causes(ApiFailure failure, List<FieldError> into) {
        for (ApiFailure.Cause cause : failure.causes()) {
            if (cause.reason().isEmpty() || cause.message().contains("some validation rules were not checked")) {
                continue; // The first is a policy's denial, the second says that there may be more.
            }
            ClusterRule rule = Immutability.isMeant(cause.message())
                    ? ClusterRule.IMMUTABLE_FIELD
                    : cause.reason().equals("FieldValueTooLong")
                                    && cause.message().contains(" bytes")
                            ? ClusterRule.TOO_LARGE
                            : ClusterRule.INVALID_VALUE;
            into.add(new FieldError(rule, cause.field(), cause.message()));
        }
    }

    private static void typed(String line, List<FieldError> into) {
        Matcher parts = TYPED_LINE.matcher(line);
        if (!parts.matches()) {
            return;
        }
        String message = GO_VALUE.matcher(parts.group(2)).replaceAll("$1");
        ClusterRule rule = message.contains("field not declared in schema")
                ? ClusterRule.UNKNOWN_FIELD
                : message.contains("duplicate entries") ? ClusterRule.DUPLICATE_FIELD : ClusterRule.INVALID_VALUE;
        into.add(new FieldError(rule, parts.group(1), message));
    }

    private static FieldError strict(boolean unknown, String field) {
        return unknown
                ? new FieldError(ClusterRule.UNKNOWN_FIELD, field, "field not declared in schema")
                : new FieldError(ClusterRule.DUPLICATE_FIELD, field, "the field is there twice");
    }
}
