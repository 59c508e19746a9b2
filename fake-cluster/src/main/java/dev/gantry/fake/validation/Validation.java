package dev.gantry.fake.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.failure.ApiError;
import dev.gantry.fake.failure.Refusals;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;

/** Whether objects are right. */
public final class Validation {

    /** etcd's own limit of a request. */
    private static final int STORE_LIMIT = 1_572_864;

    private Validation() {}

    /** Refuses an object that is new and wrong. */
    public static void checkCreation(ApiKind kind, ObjectNode object) {
        Problems problems = new Problems();
        MetadataRules.check(kind, object, problems);
        content(kind, object, problems);
        finish(kind, object, problems);
    }

    /** Refuses a change to something that is wrong, or of something that cannot be changed. */
    public static void checkChange(ApiKind kind, ObjectNode before, ObjectNode after) {
        Problems problems = new Problems();
        MetadataRules.check(kind, after, problems);
        MetadataRules.checkChange(before, after, problems);
        content(kind, after, problems);
        if (!kind.isCustom()) {
            Immutability.check(kind, before, after, problems);
        }
        finish(kind, after, problems);
    }

    private static void content(ApiKind kind, ObjectNode object, Problems problems) {
        if (kind.isCustom()) {
            SchemaRules.check(kind.schema(), object, problems);
        } else {
            Creation.check(kind, object, problems);
        }
    }

    private static void finish(ApiKind kind, ObjectNode object, Problems problems) {
        if (!problems.causes().isEmpty()) {
            throw Refusals.invalid(kind, Json.text(object, "metadata", "name"), problems.causes());
        }
        if (Json.write(object).length > STORE_LIMIT) {
            throw ApiError.of(500, "", "etcdserver: request is too large");
        }
    }
}
