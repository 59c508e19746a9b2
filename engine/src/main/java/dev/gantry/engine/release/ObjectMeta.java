package dev.gantry.engine.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a live object.
 *
 * @param tree the object's {@code metadata}
 */
public record ObjectMeta(JsonNode tree) {

    /** The metadata of this object. */
    public static ObjectMeta of(JsonNode object) {
        return new ObjectMeta(object.path("metadata"));
    }

    /** Its name. */
    public String name() {
        return tree.path("name").asText();
    }

    /** Its namespace; {@code null} if its kind has none. */
    public @Nullable String namespace() {
        return tree.path("namespace").asText(null);
    }

    /** What tells it from others that have or had its name. */
    public String uid() {
        return tree.path("uid").asText();
    }

    /** What tells it as it is now from what it was before. */
    public String resourceVersion() {
        return tree.path("resourceVersion").asText();
    }

    /** The value of a label; {@code null} if it is not set. */
    public @Nullable String label(String key) {
        return tree.path("labels").path(key).asText(null);
    }

    /** The value of an annotation; {@code null} if it is not set. */
    public @Nullable String annotation(String key) {
        return tree.path("annotations").path(key).asText(null);
    }

    /** Whether it is being deleted. */
    public boolean isTerminating() {
        return !tree.path("deletionTimestamp").isMissingNode();
    }

    /** What has to happen before it is gone. */
    public List<String> finalizers() {
        List<String> all = new ArrayList<>();
        tree.path("finalizers").forEach(each -> all.add(each.asText()));
        return all;
    }

    /** The object whose controller makes this one, such as {@code ReplicaSet web-7d4f}. */
    public Optional<String> controller() {
        for (JsonNode owner : tree.path("ownerReferences")) {
            if (owner.path("controller").asBoolean()) {
                return Optional.of(
                        owner.path("kind").asText() + " " + owner.path("name").asText());
            }
        }
        return Optional.empty();
    }

    /** The same without the record of its field managers, which is most of it. */
    public ObjectMeta withoutManagedFields() {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : tree.properties()) {
            if (!field.getKey().equals("managedFields")) {
                rest.set(field.getKey(), field.getValue());
            }
        }
        return new ObjectMeta(rest);
    }

    /** The field managers of the object, each once; empty if somebody removed the record of them. */
    public List<String> managers() {
        List<String> all = new ArrayList<>();
        for (JsonNode entry : tree.path("managedFields")) {
            String manager = entry.path("manager").asText();
            if (!all.contains(manager)) {
                all.add(manager);
            }
        }
        return all;
    }
}
