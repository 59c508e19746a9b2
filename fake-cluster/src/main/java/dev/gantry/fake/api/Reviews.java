package dev.gantry.fake.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;
import dev.gantry.fake.kind.Kinds;
import java.util.List;

/** Kinds that are only asked: whether somebody may do something, and what somebody may do. */
record Reviews(Kinds kinds, Access access) {

    private static final List<String> VERBS =
            List.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");

    ObjectNode answer(String user, ObjectNode review) {
        return Json.text(review, "kind").equals("SelfSubjectRulesReview") ? rules(user, review) : access(user, review);
    }

    private ObjectNode rules(String user, ObjectNode review) {
        ObjectNode answer = review.deepCopy();
        ObjectNode status = answer.putObject("status").put("incomplete", false);
        ArrayNode rules = status.putArray("resourceRules");
        status.putArray("nonResourceRules");
        String namespace = Json.text(review, "spec", "namespace");
        for (ApiKind kind : kinds.all()) {
            ObjectNode rule = rules.addObject();
            ArrayNode verbs = rule.putArray("verbs");
            VERBS.stream()
                    .filter(verb -> access.allows(user, verb, kind, "", namespace))
                    .forEach(verbs::add);
            rule.putArray("apiGroups").add(kind.group());
            rule.putArray("resources").add(kind.plural());
        }
        return answer;
    }

    private ObjectNode access(String user, ObjectNode review) {
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
