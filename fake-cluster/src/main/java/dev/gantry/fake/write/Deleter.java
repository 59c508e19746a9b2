package dev.gantry.fake.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.failure.ApiError;
import dev.gantry.fake.failure.Refusals;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.store.Store;
import java.util.Optional;
import java.util.function.Supplier;

/** Deletes objects, or marks them as being deleted where something else has to be done first. */
public final class Deleter {

    private final Store store;
    private final Rules rules;
    private final Supplier<String> time;

    /**
     * A deleter.
     *
     * @param time now, as objects have it
     */
    public Deleter(Store store, Rules rules, Supplier<String> time) {
        this.store = store;
        this.rules = rules;
        this.time = time;
    }

    /**
     * What came of it.
     *
     * @param object its last state, or its present one
     * @param gone whether it is gone, and not only marked
     */
    public record Result(ObjectNode object, boolean gone) {}

    /** Deletes an object. */
    public Result delete(Target target, Deletion deletion) {
        for (int attempts = 0; attempts < 100; attempts++) {
            ObjectNode live =
                    store.get(target.key()).orElseThrow(() -> Refusals.notFound(target.kind(), target.name()));
            check(target, live, deletion);
            rules.admitDeletion(target, live, deletion);
            Optional<Result> result = attempt(target, live, deletion);
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw Refusals.modified(target.kind(), target.name());
    }

    private Optional<Result> attempt(Target target, ObjectNode live, Deletion deletion) {
        ObjectNode marked = live.deepCopy();
        ObjectNode metadata = Json.objectAt(marked, "metadata");
        boolean definition = target.kind().resource().equals("customresourcedefinitions.apiextensions.k8s.io");
        if (definition) {
            require(metadata, "customresourcecleanup.apiextensions.k8s.io");
        }
        switch (deletion.propagation()) {
            case "Foreground" -> require(metadata, "foregroundDeletion");
            case "Orphan" -> require(metadata, "orphan");
            default -> {}
        }
        boolean waits =
                !Json.isEmpty(metadata.path("finalizers")) || !Json.isEmpty(Json.at(marked, "spec", "finalizers"));
        if (!waits) {
            return deletion.dryRun() || store.remove(target.key(), live)
                    ? Optional.of(new Result(live, true))
                    : Optional.empty();
        }
        if (metadata.has("deletionTimestamp")) {
            return Optional.of(new Result(live, false));
        }
        metadata.put("deletionTimestamp", time.get());
        if (target.kind().resource().equals("namespaces")) {
            Json.objectAt(marked, "status").put("phase", "Terminating");
        } else if (!definition) {
            metadata.put("deletionGracePeriodSeconds", 0);
        }
        if (metadata.path("generation").asLong() > 0 && !definition) {
            metadata.put("generation", metadata.path("generation").asLong() + 1);
        }
        if (deletion.dryRun()) {
            return Optional.of(new Result(marked, false));
        }
        return store.put(target.key(), live, marked).map(object -> new Result(object, false));
    }

    private static void require(ObjectNode metadata, String finalizer) {
        ArrayNode finalizers = metadata.withArray("finalizers");
        for (JsonNode present : finalizers) {
            if (present.asText().equals(finalizer)) {
                return;
            }
        }
        finalizers.add(finalizer);
    }

    private static void check(Target target, ObjectNode live, Deletion deletion) {
        String uid = Json.text(live, "metadata", "uid");
        String version = Json.text(live, "metadata", "resourceVersion");
        if (!deletion.uid().isEmpty() && !deletion.uid().equals(uid)) {
            throw unmet(target, "UID", deletion.uid(), uid, "deleted and then recreated");
        }
        if (!deletion.resourceVersion().isEmpty() && !deletion.resourceVersion().equals(version)) {
            throw unmet(target, "ResourceVersion", deletion.resourceVersion(), version, "modified");
        }
    }

    private static ApiError unmet(Target target, String what, String wanted, String actual, String why) {
        String kind = target.kind().kind();
        String group = target.kind().group();
        return ApiError.of(
                        409,
                        "Conflict",
                        "Operation cannot be fulfilled on " + kind + (group.isEmpty() ? "" : "." + group) + " \""
                                + target.name() + "\": the " + what + " in the precondition (" + wanted
                                + ") does not match the " + what + " in record (" + actual
                                + "). The object might have been " + why)
                .about(target.name(), group, kind);
    }
}
