package dev.gantry.fake.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.CustomKinds;
import dev.gantry.fake.store.Change;
import dev.gantry.fake.store.ObjectKey;
import dev.gantry.fake.store.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Serves the kinds of CustomResourceDefinitions whose names are free, and removes the objects of those that are deleted. */
final class Definitions {

    static final String RESOURCE = "customresourcedefinitions.apiextensions.k8s.io";
    private static final String MANAGER = "kube-apiserver";
    private static final String CLEANUP = "customresourcecleanup.apiextensions.k8s.io";

    private final Desk desk;
    private final Schedule schedule;

    Definitions(Desk desk, Schedule schedule) {
        this.desk = desk;
        this.schedule = schedule;
    }

    void onChange(Change change) {
        if (!change.key().resource().equals(RESOURCE)) {
            if (change.after() == null) {
                finishDeletions();
            }
            return;
        }
        if (change.after() == null) {
            desk.kinds().withdraw(change.key().name());
            for (Snapshot.Item other : desk.store().list(RESOURCE, "").items()) {
                reconcile(other.key(), other.object());
            }
        } else {
            reconcile(change.key(), change.after());
        }
    }

    /** Looks at a definition again. */
    void reconcile(ObjectKey key, ObjectNode definition) {
        if (Desk.isTerminating(definition)) {
            terminate(key, definition);
            return;
        }
        if (!schedule.isDone(key, definition)) {
            return;
        }
        Names names = new Names(definition, others(key, definition));
        boolean established = isTrue(definition, "Established") || names.conflict.isEmpty();
        if (established && names.conflict.isEmpty()) {
            desk.kinds().serve(key.name(), CustomKinds.of(definition));
        }
        desk.change(key, "status", MANAGER, object -> {
            ObjectNode status = Json.objectAt(object, "status");
            status.set("acceptedNames", names.accepted);
            boolean free = names.conflict.isEmpty();
            desk.condition(
                    status,
                    "NamesAccepted",
                    free,
                    free ? "NoConflicts" : names.conflictReason,
                    free ? "no conflicts found" : names.conflict);
            desk.condition(
                    status,
                    "Established",
                    established,
                    established ? "InitialNamesAccepted" : "NotAccepted",
                    established ? "the initial names have been accepted" : "not all names are accepted");
        });
    }

    private static boolean isTrue(ObjectNode definition, String type) {
        for (JsonNode condition : Json.at(definition, "status", "conditions")) {
            if (Json.text(condition, "type").equals(type)) {
                return Json.text(condition, "status").equals("True");
            }
        }
        return false;
    }

    private List<JsonNode> others(ObjectKey key, ObjectNode definition) {
        List<JsonNode> others = new ArrayList<>();
        String group = Json.text(definition, "spec", "group");
        for (Snapshot.Item item : desk.store().list(RESOURCE, "").items()) {
            if (!item.key().equals(key)
                    && Json.text(item.object(), "spec", "group").equals(group)) {
                others.add(Json.at(item.object(), "status", "acceptedNames"));
            }
        }
        return others;
    }

    private void terminate(ObjectKey key, ObjectNode definition) {
        desk.change(
                key,
                "status",
                MANAGER,
                object -> desk.condition(
                        Json.objectAt(object, "status"),
                        "Terminating",
                        true,
                        "InstanceDeletionInProgress",
                        "CustomResource deletion is in progress"));
        List<Snapshot.Item> left = instances(definition);
        left.stream()
                .filter(item -> !Desk.isTerminating(item.object()))
                .forEach(item -> desk.delete(item.key(), "Background"));
        if (instances(definition).isEmpty()) {
            desk.removeFinalizer(key, CLEANUP);
        }
    }

    private List<Snapshot.Item> instances(ObjectNode definition) {
        String resource =
                Json.text(definition, "spec", "names", "plural") + "." + Json.text(definition, "spec", "group");
        return desk.store().list(resource, "").items();
    }

    private void finishDeletions() {
        for (Snapshot.Item item : desk.store().list(RESOURCE, "").items()) {
            if (Desk.isTerminating(item.object()) && instances(item.object()).isEmpty()) {
                desk.removeFinalizer(item.key(), CLEANUP);
            }
        }
    }

    /** Which names of a definition are free. */
    private static final class Names {

        private final ObjectNode accepted = Json.object();
        private final Set<String> kinds = new HashSet<>();
        private final Set<String> resources = new HashSet<>();
        private String conflict = "";
        private String conflictReason = "";

        Names(ObjectNode definition, List<JsonNode> others) {
            for (JsonNode other : others) {
                kinds.add(Json.text(other, "kind"));
                kinds.add(Json.text(other, "listKind"));
                resources.add(Json.text(other, "plural"));
                resources.add(Json.text(other, "singular"));
                other.path("shortNames").forEach(name -> resources.add(name.asText()));
            }
            JsonNode wanted = Json.at(definition, "spec", "names");
            accept(wanted, "plural", resources, "PluralConflict");
            accept(wanted, "singular", resources, "SingularConflict");
            List<String> shortNames = new ArrayList<>();
            wanted.path("shortNames").forEach(name -> shortNames.add(name.asText()));
            for (String name : shortNames) {
                if (resources.contains(name)) {
                    refuse("ShortNamesConflict", name);
                }
            }
            if (!shortNames.isEmpty() && shortNames.stream().noneMatch(resources::contains)) {
                accepted.set("shortNames", wanted.path("shortNames"));
            }
            accept(wanted, "kind", kinds, "KindConflict");
            accept(wanted, "listKind", kinds, "ListKindConflict");
            if (wanted.has("categories")) {
                accepted.set("categories", wanted.path("categories"));
            }
        }

        private void accept(JsonNode wanted, String field, Set<String> taken, String reason) {
            String name = Json.text(wanted, field);
            if (taken.contains(name)) {
                refuse(reason, name);
                if (field.equals("plural") || field.equals("kind")) {
                    accepted.put(field, "");
                }
            } else {
                accepted.put(field, name);
            }
        }

        /** The last conflict is the one that is told. */
        private void refuse(String reason, String name) {
            conflictReason = reason;
            conflict = "\"" + name + "\" is already in use";
        }
    }
}
