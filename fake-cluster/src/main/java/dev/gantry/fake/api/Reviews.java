package dev.gantry.fake.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;
import dev.gantry.fake.kind.Kinds;

/** Kinds that are only asked: whether somebody may do something. */
record Reviews(Kinds kinds, Access access) {

    ObjectNode answer(String user, ObjectNode review) {
        JsonNode asked = Json.at(review, "spec", "resourceAttributes");
        boolean allowed = kinds.all().stream()
                .filter(kind -> kind.plural().equals(Json.text(asked, "resource"))
                        && kind.group().equals(Json.text(asked, "group")))
                .findFirst()
                .map(kind -> allows(user, asked, kind))
                .orElse(true);
        ObjectNode answer = review.deepCopy();
        answer.putObject("status").put("allowed", allowed);
        return answer;
    }

    private boolean allows(String user, JsonNode asked, ApiKind kind) {
        return access.allows(
                user, Json.text(asked, "verb"), kind, Json.text(asked, "subresource"), Json.text(asked, "namespace"));
    }
}
