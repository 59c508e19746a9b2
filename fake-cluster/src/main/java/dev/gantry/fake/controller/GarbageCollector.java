package dev.gantry.fake.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.store.Change;
import dev.gantry.fake.store.ObjectKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Deletes what belongs to something that is gone.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/architecture/garbage-collection/">Garbage collection</a>
 */
final class GarbageCollector {

    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";

    private final Desk desk;
    private final Map<String, Set<ObjectKey>> dependents = new ConcurrentHashMap<>();
    private final Map<String, ObjectKey> objects = new ConcurrentHashMap<>();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private volatile boolean collecting = true;

    GarbageCollector(Desk desk) {
        this.desk = desk;
    }

    void collect(boolean collect) {
        collecting = collect;
    }

    void onChange(Change change) {
        remember(change);
        if (!collecting) {
            return;
        }
        if (change.after() == null && change.before() != null) {
            dependentsOf(uid(change.before())).forEach(this::deleteIfUnowned);
            for (JsonNode owner : Json.at(change.before(), "metadata", "ownerReferences")) {
                ObjectKey key = objects.get(Json.text(owner, "uid"));
                if (key != null) {
                    desk.get(key).ifPresent(object -> finish(key, object));
                }
            }
        } else if (change.after() != null && Desk.isTerminating(change.after())) {
            finish(change.key(), change.after());
        } else if (change.after() != null && owners(change.after()).stream().anyMatch(gone::contains)) {
            deleteIfUnowned(change.key()); // It was made for something that is gone already.
        }
    }

    private void remember(Change change) {
        if (change.before() != null) {
            owners(change.before()).forEach(uid -> dependentsOf(uid).remove(change.key()));
            objects.remove(uid(change.before()));
        }
        if (change.before() != null && change.after() == null) {
            gone.add(uid(change.before()));
        }
        if (change.after() != null) {
            owners(change.after())
                    .forEach(uid -> dependents
                            .computeIfAbsent(uid, key -> ConcurrentHashMap.newKeySet())
                            .add(change.key()));
            objects.put(uid(change.after()), change.key());
        }
    }

    private Set<ObjectKey> dependentsOf(String uid) {
        return dependents.getOrDefault(uid, new HashSet<>());
    }

    private static String uid(ObjectNode object) {
        return Json.text(object, "metadata", "uid");
    }

    private static List<String> owners(ObjectNode object) {
        return Json.objects(Json.at(object, "metadata", "ownerReferences")).stream()
                .map(owner -> Json.text(owner, "uid"))
                .toList();
    }

    private void deleteIfUnowned(ObjectKey key) {
        desk.get(key)
                .filter(object -> owners(object).stream().noneMatch(objects::containsKey))
                .ifPresent(object -> desk.delete(key, "Background"));
    }

    /** Does what a deletion waits for. */
    private void finish(ObjectKey key, ObjectNode object) {
        if (!Desk.isTerminating(object)) {
            return;
        }
        String uid = uid(object);
        if (Desk.hasFinalizer(object, ORPHAN)) {
            List.copyOf(dependentsOf(uid))
                    .forEach(dependent -> desk.change(dependent, "", child -> disown(child, uid)));
            desk.removeFinalizer(key, ORPHAN);
        } else if (Desk.hasFinalizer(object, FOREGROUND)) {
            for (ObjectKey dependent : List.copyOf(dependentsOf(uid))) {
                desk.get(dependent)
                        .filter(child -> !Desk.isTerminating(child))
                        .ifPresent(child -> desk.delete(dependent, "Foreground"));
            }
            if (dependentsOf(uid).isEmpty()) {
                desk.removeFinalizer(key, FOREGROUND);
            }
        }
    }

    private static void disown(ObjectNode child, String uid) {
        ArrayNode kept = Json.array();
        for (JsonNode owner : Json.at(child, "metadata", "ownerReferences")) {
            if (!Json.text(owner, "uid").equals(uid)) {
                kept.add(owner);
            }
        }
        Json.objectAt(child, "metadata").set("ownerReferences", kept);
    }
}
