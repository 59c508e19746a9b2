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
        if (!creation) {
            Json.objectAt(object, "metadata").put("name", call.name());
        }
        if (!call.namespace().isEmpty()) {
            Json.objectAt(object, "metadata").put("namespace", call.namespace());
        }
    }
}
