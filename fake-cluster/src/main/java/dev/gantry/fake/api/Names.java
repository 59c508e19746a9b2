package dev.gantry.fake.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.failure.Refusals;
import dev.gantry.fake.json.Json;

/** Whether an object is the one that its path says. */
final class Names {

    private Names() {}

    static void check(Call call, ObjectNode object, boolean creation) {
        String namespace = Json.text(object, "metadata", "namespace");
        if (!namespace.isEmpty() && !namespace.equals(call.namespace())) {
            if (call.kind().namespaced()) {
                throw Refusals.badRequest(
                        "the namespace of the provided object does not match the namespace sent on the request");
            }
        }
        String name = Json.text(object, "metadata", "name");
        if (!creation && !name.isEmpty() && !name.equals(call.name())) {
            throw Refusals.badRequest(
                    "the name of the object (" + name + ") does not match the name on the URL (" + call.name() + ")");
        }
    }

    /** Says name and namespace in the object, too. */
    static void put(Call call, ObjectNode object) {
        ObjectNode metadata = Json.objectAt(object, "metadata");
        if (!call.name().isEmpty()) {
            metadata.put("name", call.name());
        }
        if (!call.namespace().isEmpty()) {
            metadata.put("namespace", call.namespace());
        }
    }

    /** A patch cannot make another object of it. */
    static void checkUid(Call call, ObjectNode before, ObjectNode after) {
        String uid = Json.text(after, "metadata", "uid");
        if (!uid.isEmpty() && !uid.equals(Json.text(before, "metadata", "uid"))) {
            throw Refusals.otherUid(call.kind(), call.name(), uid);
        }
    }
}
