package dev.gantry.fake.failure;

import dev.gantry.fake.kind.ApiKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.StringJoiner;

/** The refusals that occur in more than one place. */
public final class Refusals {

    private Refusals() {}

    /** There is no such object. */
    public static ApiError notFound(ApiKind kind, String name) {
        return ApiError.of(404, "NotFound", shown(kind) + " \"" + name + "\" not found")
                .about(name, kind.group(), kind.plural());
    }

    /** There is no such path. */
    public static ApiError noSuchResource() {
        return ApiError.of(404, "NotFound", "the server could not find the requested resource")
                .about("", "", "");
    }

    /**
     * There is one already.
     *
     * @param terminating whether it is on its way out
     */
    public static ApiError alreadyExists(ApiKind kind, String name, boolean terminating) {
        String still = terminating ? "object is being deleted: " : "";
        return ApiError.of(409, "AlreadyExists", still + shown(kind) + " \"" + name + "\" already exists")
                .about(name, kind.group(), kind.plural());
    }

    /** Somebody else was faster. */
    public static ApiError conflict(ApiKind kind, String name, String why) {
        return ApiError.of(
                        409,
                        "Conflict",
                        "Operation cannot be fulfilled on " + shown(kind) + " \"" + name + "\": " + why)
                .about(name, kind.group(), kind.plural());
    }

    /** The object's version is an old one. */
    public static ApiError modified(ApiKind kind, String name) {
        return conflict(
                kind,
                name,
                "the object has been modified; please apply your changes to the latest version and try again");
    }

    /** A patch says that the object is another one. */
    public static ApiError otherUid(ApiKind kind, String name, String uid) {
        ApiError.Cause cause = new ApiError.Cause(
                "FieldValueInvalid", "Invalid value: \"" + uid + "\": field is immutable", "metadata.uid");
        // The server says it twice.
        return invalid(kind, name, List.of(cause, cause));
    }

    /** Whoever asks may not. */
    public static ApiError forbidden(ApiKind kind, String name, String why) {
        return ApiError.of(
                        403,
                        "Forbidden",
                        shown(kind) + (name.isEmpty() ? "" : " \"" + name + "\"") + " is forbidden: " + why)
                .about(name, kind.group(), kind.plural());
    }

    /** The request makes no sense. */
    public static ApiError badRequest(String message) {
        return ApiError.of(400, "BadRequest", message);
    }

    /** The object is wrong. */
    public static ApiError invalid(String group, String kind, String name, List<ApiError.Cause> causes) {
        StringJoiner all =
                new HashSet<>(causes).size() == 1 ? new StringJoiner(", ") : new StringJoiner(", ", "[", "]");
        List<String> shown = new ArrayList<>();
        for (ApiError.Cause cause : causes) {
            String text = cause.field().isEmpty() ? cause.message() : cause.field() + ": " + cause.message();
            if (!shown.contains(text)) {
                shown.add(text);
                all.add(text);
            }
        }
        String resource = group.isEmpty() ? kind : kind + "." + group;
        return ApiError.of(422, "Invalid", resource + " \"" + name + "\" is invalid: " + all)
                .about(name, group, kind)
                .because(causes);
    }

    /** The object is wrong. */
    public static ApiError invalid(ApiKind kind, String name, List<ApiError.Cause> causes) {
        return invalid(kind.group(), kind.kind(), name, causes);
    }

    private static String shown(ApiKind kind) {
        return kind.resource();
    }
}
