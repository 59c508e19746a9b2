package dev.gantry.fake.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.failure.ApiError;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;
import dev.gantry.fake.kind.Kinds;
import dev.gantry.fake.store.ObjectKey;
import dev.gantry.fake.store.Store;
import dev.gantry.fake.write.Deleter;
import dev.gantry.fake.write.Deletion;
import dev.gantry.fake.write.Target;
import dev.gantry.fake.write.WriteOptions;
import dev.gantry.fake.write.Writer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What controllers work with. */
record Desk(Kinds kinds, Store store, Writer writer, Deleter deleter, Supplier<String> time) {

    private static final String MANAGER = "kube-controller-manager";
    private static final int NOT_FOUND = 404;

    Optional<ObjectNode> get(ObjectKey key) {
        return store.get(key);
    }

    /** Changes an object, if it is still there. */
    void change(ObjectKey key, String subresource, Consumer<ObjectNode> edit) {
        change(key, subresource, MANAGER, edit);
    }

    /** Changes an object, if it is still there. */
    void change(ObjectKey key, String subresource, String manager, Consumer<ObjectNode> edit) {
        Optional<ApiKind> kind = kinds.ofResource(key.resource());
        if (kind.isEmpty()) {
            return;
        }
        try {
            writer.change(
                    new Target(kind.get(), key.namespace(), key.name(), subresource),
                    live -> {
                        ObjectNode changed = live.deepCopy();
                        edit.accept(changed);
                        return changed;
                    },
                    WriteOptions.internal(manager));
        } catch (ApiError e) {
            ignoreIfGone(e);
        }
    }

    /** Deletes an object, if it is still there. */
    void delete(ObjectKey key, String propagation) {
        Optional<ApiKind> kind = kinds.ofResource(key.resource());
        if (kind.isEmpty()) {
            return;
        }
        try {
            deleter.delete(
                    new Target(kind.get(), key.namespace(), key.name(), ""), Deletion.PLAIN.propagating(propagation));
        } catch (ApiError e) {
            ignoreIfGone(e);
        }
    }

    private static void ignoreIfGone(ApiError e) {
        if (e.code() != NOT_FOUND) {
            throw e;
        }
    }

    void removeFinalizer(ObjectKey key, String finalizer) {
        change(key, "", object -> {
            ArrayNode kept = Json.array();
            for (JsonNode present : Json.at(object, "metadata", "finalizers")) {
                if (!present.asText().equals(finalizer)) {
                    kept.add(present);
                }
            }
            Json.objectAt(object, "metadata").set("finalizers", kept);
        });
    }

    static boolean isTerminating(ObjectNode object) {
        return object.path("metadata").has("deletionTimestamp");
    }

    static boolean hasFinalizer(ObjectNode object, String finalizer) {
        for (JsonNode present : Json.at(object, "metadata", "finalizers")) {
            if (present.asText().equals(finalizer)) {
                return true;
            }
        }
        return false;
    }

    /** Sets a condition in a status; its time changes only if what it says does. */
    void condition(ObjectNode status, String type, boolean holds, String reason, String message) {
        ArrayNode conditions =
                status.path("conditions") instanceof ArrayNode list ? list : status.putArray("conditions");
        ObjectNode condition = null;
        for (ObjectNode present : Json.objects(conditions)) {
            if (Json.text(present, "type").equals(type)) {
                condition = present;
            }
        }
        if (condition == null) {
            condition = conditions.addObject().put("type", type);
        }
        String value = holds ? "True" : "False";
        if (!Json.text(condition, "status").equals(value)) {
            condition.put("status", value).put("lastTransitionTime", time.get());
        }
        condition.put("reason", reason).put("message", message);
    }
}
