package dev.gantry.engine.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ApiFailure.Kind;
import java.util.List;

/**
 * What a server answered.
 *
 * @param call what it was asked
 * @param status the HTTP status
 * @param contentType empty if it says none
 * @param retryAfter the header of that name; empty if there is none
 * @param warnings what the server has to say besides
 * @param body as JSON; a text if it is none
 */
record Answer(Call call, int status, String contentType, String retryAfter, List<String> warnings, JsonNode body) {

    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** Whether an object, and not a path, is absent. */
    boolean isAbsent() {
        return status == 404 && !body.path("details").path("name").asText("").isEmpty();
    }

    /** The object in it. */
    ObjectNode object() {
        if (!succeeded()) {
            throw failure();
        }
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw new ApiFailure(
                Kind.UNKNOWN,
                call.action(),
                status,
                Reasons.BROKEN_ANSWER,
                "the answer is no JSON, or not all of it",
                List.of(),
                null);
    }

    /** What it says is wrong. */
    ApiFailure failure() {
        return StatusReader.failure(this);
    }
}
