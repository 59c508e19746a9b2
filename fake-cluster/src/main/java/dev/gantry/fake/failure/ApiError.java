package dev.gantry.fake.failure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import java.util.List;

/**
 * An answer that is a refusal.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/">Status</a>
 */
public final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient ObjectNode status;

    /**
     * One thing that is wrong.
     *
     * @param reason such as {@code FieldValueInvalid}
     * @param message in the server's words
     * @param field its path; empty if there is none
     */
    public record Cause(String reason, String message, String field) {}

    private ApiError(int code, ObjectNode status) {
        super(Json.text(status, "message"), null, false, false);
        this.code = code;
        this.status = status;
    }

    /** A refusal of which nothing else is known. */
    public static ApiError of(int code, String reason, String message) {
        ObjectNode status = Json.object();
        status.put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Failure").put("message", message);
        if (!reason.isEmpty()) {
            status.put("reason", reason);
        }
        status.put("code", code);
        return new ApiError(code, status);
    }

    /** The same, with what it is about. An empty text is left out. */
    public ApiError about(String name, String group, String kind) {
        ObjectNode details = Json.object();
        put(details, "name", name);
        put(details, "group", group);
        put(details, "kind", kind);
        ObjectNode copy = status.deepCopy();
        ObjectNode old = copy.path("details") instanceof ObjectNode object ? object : Json.object();
        details.setAll(old);
        copy.set("details", details);
        return new ApiError(code, copy);
    }

    /** The same, with what exactly is wrong. */
    public ApiError because(List<Cause> causes) {
        ObjectNode copy = status.deepCopy();
        ArrayNode list = Json.objectAt(copy, "details").putArray("causes");
        for (Cause cause : causes) {
            ObjectNode entry = list.addObject();
            put(entry, "reason", cause.reason());
            put(entry, "message", cause.message());
            put(entry, "field", cause.field());
        }
        return new ApiError(code, copy);
    }

    /** The same, with the wish that the client waits. */
    public ApiError retryAfter(int seconds) {
        ObjectNode copy = status.deepCopy();
        Json.objectAt(copy, "details").put("retryAfterSeconds", seconds);
        return new ApiError(code, copy);
    }

    private static void put(ObjectNode node, String key, String value) {
        if (!value.isEmpty()) {
            node.put(key, value);
        }
    }

    /** The HTTP status. */
    public int code() {
        return code;
    }

    /** The body of the answer. */
    public ObjectNode status() {
        return status;
    }
}
