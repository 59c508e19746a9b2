package dev.gantry.fake.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.store.Change;
import dev.gantry.fake.store.ObjectKey;
import dev.gantry.fake.store.Snapshot;
import java.util.List;

/** Empties namespaces that are deleted, and lets them go when they are empty. */
final class Namespaces {

    private static final String RESOURCE = "namespaces";

    private final Desk desk;
    private volatile boolean finishing = true;

    Namespaces(Desk desk) {
        this.desk = desk;
    }

    /** Whether namespaces come to an end. */
    void finish(boolean finish) {
        finishing = finish;
        if (finish) {
            for (Snapshot.Item item : desk.store().list(RESOURCE, "").items()) {
                look(item.key(), item.object());
            }
        }
    }

    void onChange(Change change) {
        if (!finishing) {
            return;
        }
        if (change.key().resource().equals(RESOURCE) && change.after() != null) {
            look(change.key(), change.after());
        } else if (change.after() == null && !change.key().namespace().isEmpty()) {
            ObjectKey namespace = new ObjectKey(RESOURCE, "", change.key().namespace());
            desk.get(namespace).ifPresent(object -> look(namespace, object));
        }
    }

    private void look(ObjectKey key, ObjectNode namespace) {
        if (!Desk.isTerminating(namespace)) {
            return;
        }
        for (Snapshot.Item item : contents(key.name())) {
            if (!Desk.isTerminating(item.object())) {
                desk.delete(item.key(), "Background");
            }
        }
        if (contents(key.name()).isEmpty()) {
            desk.change(key, "finalize", object -> Json.objectAt(object, "spec").remove("finalizers"));
        }
    }

    private List<Snapshot.Item> contents(String namespace) {
        return desk.store().all().items().stream()
                .filter(item -> item.key().namespace().equals(namespace))
                .toList();
    }
}
