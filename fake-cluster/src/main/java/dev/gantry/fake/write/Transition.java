package dev.gantry.fake.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.failure.Refusals;
import dev.gantry.fake.json.Json;
import java.util.List;
import java.util.Objects;

/**
 * From one state of an object to the next: what a client cannot change stays, and what the server counts is counted.
 *
 * @param before the live object
 * @param after the next state
 */
record Transition(ObjectNode before, ObjectNode after) {

    private static final List<String> KEPT_METADATA = List.of(
            "uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "generation", "selfLink");

    static Transition of(Target target, ObjectNode live, ObjectNode sent) {
        checkVersion(target, live, sent);
        ObjectNode after = sent.deepCopy();
        ObjectNode metadata = Json.objectAt(after, "metadata");
        JsonNode kept = live.path("metadata");
        for (String field : KEPT_METADATA) {
            keep(metadata, field, kept.get(field));
        }
        metadata.put("name", target.name());
        keep(metadata, "namespace", kept.get("namespace"));
        keep(metadata, "resourceVersion", kept.get("resourceVersion"));
        if (target.kind().subresources().contains("status")) {
            if (target.isStatus()) {
                keepAllButStatus(live, after);
            } else {
                keep(after, "status", live.get("status"));
            }
        }
        Transition transition = new Transition(live, after);
        if (target.kind().countsGenerations() && transition.specificationDiffers(target)) {
            metadata.put("generation", kept.path("generation").asLong() + 1);
        }
        transition.keepTimesOfOwners();
        return transition;
    }

    private static void checkVersion(Target target, ObjectNode live, ObjectNode sent) {
        String version = Json.text(sent, "metadata", "resourceVersion");
        if (!version.isEmpty() && !version.equals(Json.text(live, "metadata", "resourceVersion"))) {
            throw Refusals.modified(target.kind(), target.name());
        }
        String uid = Json.text(sent, "metadata", "uid");
        String liveUid = Json.text(live, "metadata", "uid");
        if (!uid.isEmpty() && !uid.equals(liveUid)) {
            String key = "/registry/" + target.kind().plural()
                    + (target.namespace().isEmpty() ? "" : "/" + target.namespace()) + "/" + target.name();
            throw Refusals.conflict(
                    target.kind(),
                    target.name(),
                    "StorageError: invalid object, Code: 4, Key: " + key
                            + ", ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: "
                            + uid + ", UID in object meta: " + liveUid);
        }
    }

    private static void keep(ObjectNode object, String field, @org.jspecify.annotations.Nullable JsonNode value) {
        if (value == null) {
            object.remove(field);
        } else {
            object.set(field, value);
        }
    }

    private static void keepAllButStatus(ObjectNode live, ObjectNode after) {
        JsonNode status = after.get("status");
        JsonNode owners = Json.at(after, "metadata", "managedFields");
        after.removeAll();
        after.setAll(live.deepCopy());
        keep(after, "status", status);
        Json.objectAt(after, "metadata").set("managedFields", owners);
    }

    private boolean specificationDiffers(Target target) {
        // A Deployment hands its annotations down, so that they count, too.
        boolean handsDown = target.kind().kind().equals("Deployment")
                && target.subresource().isEmpty();
        return !content(before).equals(content(after))
                || (handsDown && !annotations(before).equals(annotations(after)));
    }

    private static JsonNode annotations(ObjectNode object) {
        return Json.at(object, "metadata", "annotations");
    }

    private static ObjectNode content(ObjectNode object) {
        ObjectNode content = object.deepCopy();
        content.remove(List.of("apiVersion", "kind", "metadata", "status"));
        return content;
    }

    /** An owner who changed nothing has not touched anything just now. */
    private void keepTimesOfOwners() {
        ObjectNode timeless = after.deepCopy();
        JsonNode owners = Json.at(before, "metadata", "managedFields");
        if (withoutTimes(Json.at(after, "metadata", "managedFields")).equals(withoutTimes(owners))) {
            keep(
                    Json.objectAt(timeless, "metadata"),
                    "managedFields",
                    before.path("metadata").get("managedFields"));
            if (Objects.equals(timeless, before)) {
                keep(
                        Json.objectAt(after, "metadata"),
                        "managedFields",
                        before.path("metadata").get("managedFields"));
            }
        }
    }

    private static JsonNode withoutTimes(JsonNode owners) {
        JsonNode copy = owners.deepCopy();
        Json.objects(copy).forEach(entry -> entry.remove("time"));
        return copy;
    }

    /** Whether nothing changes. */
    boolean isNothing() {
        return before.equals(after) && !isEnd();
    }

    /** Whether this was what a deletion was waiting for. */
    boolean isEnd() {
        return after.path("metadata").has("deletionTimestamp")
                && Json.isEmpty(Json.at(after, "metadata", "finalizers"))
                && Json.isEmpty(Json.at(after, "spec", "finalizers"));
    }
}
