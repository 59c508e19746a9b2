package dev.gantry.fake.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.failure.ApiError;
import dev.gantry.fake.failure.Refusals;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.store.Store;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Creates and changes objects: everything that lies between the body of a request and the store. */
public final class Writer {

    private static final String SUFFIX_LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final int SUFFIX_LENGTH = 5;

    private final Store store;
    private final Rules rules;
    private final Supplier<String> time;

    /**
     * A writer.
     *
     * @param time now, as objects have it
     */
    public Writer(Store store, Rules rules, Supplier<String> time) {
        this.store = store;
        this.rules = rules;
        this.time = time;
    }

    /** Creates an object that was sent. */
    public ObjectNode create(Target target, ObjectNode sent, WriteOptions options) {
        if (!Json.text(sent, "metadata", "resourceVersion").isEmpty()) {
            throw ApiError.of(500, "", "resourceVersion should not be set on objects to be created");
        }
        ObjectNode object = sent.deepCopy();
        rules.setDefaults(target.kind(), object);
        Target named = target.name().isEmpty() ? target.named(name(object)) : target;
        Json.objectAt(object, "metadata").put("name", named.name());
        ObjectNode owned = target.ownership().update(Json.object(), object, options.manager(), time.get());
        return insert(named, owned, options)
                .orElseThrow(() -> Refusals.alreadyExists(
                        named.kind(),
                        named.name(),
                        store.get(named.key()).filter(Writer::isTerminating).isPresent()));
    }

    private static boolean isTerminating(ObjectNode object) {
        return object.path("metadata").has("deletionTimestamp");
    }

    private static String name(ObjectNode object) {
        String name = Json.text(object, "metadata", "name");
        String prefix = Json.text(object, "metadata", "generateName");
        if (!name.isEmpty() || prefix.isEmpty()) {
            return name;
        }
        StringBuilder generated = new StringBuilder(prefix);
        UUID random = UUID.randomUUID();
        for (int i = 0; i < SUFFIX_LENGTH; i++) {
            long bits = random.getLeastSignificantBits() >>> (i * 8);
            generated.append(SUFFIX_LETTERS.charAt((int) (bits & 0xff) % SUFFIX_LETTERS.length()));
        }
        return generated.toString();
    }

    /** Keeps an object that is new; empty if there is one meanwhile. */
    private Optional<ObjectNode> insert(Target target, ObjectNode object, WriteOptions options) {
        rules.admitCreation(target, object, options);
        ObjectNode metadata = Json.objectAt(object, "metadata");
        metadata.put("uid", UUID.randomUUID().toString());
        metadata.put("creationTimestamp", time.get());
        metadata.remove("deletionTimestamp");
        metadata.remove("deletionGracePeriodSeconds");
        metadata.remove("generation");
        if (!target.namespace().isEmpty()) {
            metadata.put("namespace", target.namespace());
        }
        if (target.kind().countsGenerations()) {
            metadata.put("generation", 1);
        }
        rules.prepareCreation(target, object);
        rules.validateCreation(target, object);
        return rules.commit(
                target,
                null,
                object,
                options,
                () -> options.dryRun() ? absent(target, object) : store.put(target.key(), null, object));
    }

    private Optional<ObjectNode> absent(Target target, ObjectNode object) {
        return store.get(target.key()).isPresent() ? Optional.empty() : Optional.of(object);
    }

    /**
     * Changes an object.
     *
     * @param edit from what is there to what shall be there, without what the server adds
     */
    public ObjectNode change(Target target, UnaryOperator<ObjectNode> edit, WriteOptions options) {
        return tried(target, () -> {
            ObjectNode live = live(target);
            ObjectNode sent = edit.apply(rules.converted(target.kind(), live));
            rules.setDefaults(target.kind(), sent);
            return replaced(
                    target, live, target.ownership().update(live, sent, options.manager(), time.get()), options);
        });
    }

    /** Applies a configuration; tells whether the object was created. */
    public Applied apply(Target target, ObjectNode configuration, WriteOptions options) {
        boolean[] created = {false};
        ObjectNode object = tried(target, () -> {
            Optional<ObjectNode> live = store.get(target.key());
            created[0] = live.isEmpty();
            if (live.isEmpty() && !target.subresource().isEmpty()) {
                throw Refusals.notFound(target.kind(), target.name());
            }
            checkIdentity(target, live, configuration);
            ObjectNode before =
                    live.map(present -> rules.converted(target.kind(), present)).orElseGet(Json::object);
            ObjectNode after =
                    target.ownership().apply(before, configuration, options.manager(), options.force(), time.get());
            rules.setDefaults(target.kind(), after);
            return live.isEmpty() ? insert(target, after, options) : replaced(target, live.get(), after, options);
        });
        return new Applied(object, created[0]);
    }

    private static void checkIdentity(Target target, Optional<ObjectNode> live, ObjectNode configuration) {
        String uid = Json.text(configuration, "metadata", "uid");
        if (live.isPresent()) {
            if (!uid.isEmpty() && !uid.equals(Json.text(live.get(), "metadata", "uid"))) {
                throw Refusals.otherUid(target.kind(), target.name(), uid);
            }
            return;
        }
        if (!uid.isEmpty()) {
            throw Refusals.conflict(
                    target.kind(),
                    target.name(),
                    "uid mismatch: the provided object specified uid " + uid + ", and no existing object was found");
        }
        if (Json.text(configuration, "metadata", "name").isEmpty()) {
            throw Refusals.badRequest("the name of the object (" + target.name()
                    + " based on URL) was undeterminable: name must be provided");
        }
        if (!Json.text(configuration, "metadata", "resourceVersion").isEmpty()) {
            throw Refusals.modified(target.kind(), target.name());
        }
    }

    /**
     * What came of applying a configuration.
     *
     * @param object as it is now
     * @param created whether it was not there before
     */
    public record Applied(ObjectNode object, boolean created) {}

    private ObjectNode live(Target target) {
        return store.get(target.key()).orElseThrow(() -> Refusals.notFound(target.kind(), target.name()));
    }

    private static ObjectNode tried(Target target, Supplier<Optional<ObjectNode>> attempt) {
        for (int attempts = 0; attempts < 100; attempts++) {
            Optional<ObjectNode> result = attempt.get();
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw Refusals.modified(target.kind(), target.name());
    }

    /** Puts the new state in the place of the old one; empty if that is not there any more. */
    private Optional<ObjectNode> replaced(Target target, ObjectNode live, ObjectNode sent, WriteOptions options) {
        rules.prepareChange(target, live, sent);
        Transition transition = Transition.of(target, live, sent);
        ObjectNode after = transition.after();
        rules.admitChange(target, live, after, options);
        rules.validateChange(target, live, after);
        return rules.commit(target, live, after, options, () -> {
            if (transition.isNothing()) {
                return Optional.of(live);
            }
            if (options.dryRun()) {
                return Optional.of(after);
            }
            if (transition.isEnd()) {
                return store.remove(target.key(), live) ? Optional.of(after) : Optional.empty();
            }
            return store.put(target.key(), live, after);
        });
    }
}
