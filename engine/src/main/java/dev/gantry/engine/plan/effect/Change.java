package dev.gantry.engine.plan.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.ResourceId;
import java.util.ArrayList;
import java.util.List;

/**
 * An object in two states, and what is said of it.
 *
 * @param before as it is
 * @param after as it would be
 * @param effects what has been found so far
 */
record Change(ObjectNode before, ObjectNode after, List<String> effects) {

    Change(ObjectNode before, ObjectNode after) {
        this(before, after, new ArrayList<>());
    }

    void say(String effect) {
        effects.add(effect);
    }

    /** Group and kind, such as {@code apps/Deployment}; the kind alone for the core group. */
    String kind() {
        return kind(after);
    }

    static String kind(JsonNode object) {
        String apiVersion = object.path("apiVersion").asText();
        int slash = apiVersion.indexOf('/');
        String kind = object.path("kind").asText();
        return slash < 0 ? kind : apiVersion.substring(0, slash + 1) + kind;
    }

    static ResourceId id(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        return new ResourceId(
                object.path("apiVersion").asText(),
                object.path("kind").asText(),
                metadata.hasNonNull("namespace") ? metadata.path("namespace").asText() : null,
                metadata.path("name").asText());
    }

    /** A field of the specification as it is. */
    JsonNode old(String... path) {
        return at(before.path("spec"), path);
    }

    /** A field of the specification as it would be. */
    JsonNode current(String... path) {
        return at(after.path("spec"), path);
    }

    boolean differs(String... path) {
        JsonNode old = old(path);
        JsonNode current = current(path);
        boolean absent = (old.isMissingNode() || old.isNull()) && (current.isMissingNode() || current.isNull());
        return !absent && !old.equals(current);
    }

    static JsonNode at(JsonNode node, String... path) {
        JsonNode at = node;
        for (String name : path) {
            at = at.path(name);
        }
        return at;
    }
}
