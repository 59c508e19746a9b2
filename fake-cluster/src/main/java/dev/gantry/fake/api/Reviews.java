package dev.gantry.fake.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;

/** Kinds that are only asked: whether somebody may do something. */
final class Reviews {

    private Reviews() {}

    static ObjectNode answer(ObjectNode review) {
        ObjectNode answer = review.deepCopy();
        Json.objectAt(answer, "metadata").putNull("creationTimestamp");
        answer.putObject("status").put("allowed", true);
        return answer;
    }
}
