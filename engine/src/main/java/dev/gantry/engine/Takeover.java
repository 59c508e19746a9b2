package dev.gantry.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.release.FieldManager;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what {@code kubectl apply} has set client-side. Its fields belong to a manager who only ever updates, so the
 * server would keep those that the program has dropped. They are moved to Gantry's own entry of {@code managedFields};
 * the next apply drops them.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/#upgrading-from-client-side-apply-to-server-side-apply">Upgrading from client-side apply</a>
 */
final class Takeover {

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
    private static final int ATTEMPTS = 5;

    private final Cluster cluster;
    private final String manager;

    /**
     * Takes over for a field manager.
     *
     * @param manager in whose name it is applied
     */
    Takeover(Cluster cluster, String manager) {
        this.cluster = cluster;
        this.manager = manager;
    }

    /** Whether the live object has fields that were applied client-side. */
    static boolean isNeeded(ObjectNode live) {
        return !clientSide(live).isEmpty();
    }

    /** What was applied client-side, as it was recorded; {@code null} if it was not, or is unreadable. */
    static @Nullable JsonNode lastApplied(ObjectNode live) {
        String text =
                live.path("metadata").path("annotations").path(LAST_APPLIED).asText();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /**
     * What the object will be when the fields are taken over, which a dry run does not show.
     *
     * @param merged what the server makes of applying the desired object to the live one
     */
    static ObjectNode foreseen(ObjectNode live, ObjectNode desired, ObjectNode merged) {
        JsonNode before = lastApplied(live);
        ObjectNode foreseen = merged.deepCopy();
        if (before != null) {
            drop(foreseen, before, desired);
        }
        return foreseen;
    }

    private static void drop(ObjectNode from, JsonNode before, JsonNode after) {
        for (Map.Entry<String, JsonNode> field : before.properties()) {
            JsonNode wanted = after.get(field.getKey());
            if (wanted == null) {
                from.remove(field.getKey());
            } else if (from.get(field.getKey()) instanceof ObjectNode nested) {
                drop(nested, field.getValue(), wanted);
            }
        }
    }

    /**
     * Moves the fields, and applies again.
     *
     * @param applied the object as it is after it was applied
     * @param again the same apply
     * @return why it could not be done; empty if it was
     */
    Optional<Finding> run(ObjectRef ref, ObjectNode applied, Write again) {
        ObjectNode live = applied;
        boolean moved = false;
        for (int attempt = 1; ; attempt++) {
            try {
                List<Integer> entries = clientSide(live);
                if (entries.isEmpty()) {
                    // An answer may have been lost: the fields are ours, and are still to be dropped.
                    if (moved) {
                        cluster.write(again);
                    }
                    return Optional.empty();
                }
                moved = true;
                cluster.write(new Write(Write.Method.JSON_PATCH, ref, patch(live, entries), manager, false, false));
                cluster.write(again);
                return Optional.empty();
            } catch (ApiFailure e) {
                Optional<ObjectNode> now =
                        e.status() == 409 && attempt < ATTEMPTS ? cluster.get(ref) : Optional.empty();
                if (now.isEmpty()) {
                    return Optional.of(Finding.of(
                                    ApplyRule.NOT_TAKEN_OVER,
                                    "Fields of " + ref + " that kubectl apply had set, and the program has not, stay: "
                                            + e.message() + ".")
                            .hint("Apply again; or remove the fields by kubectl edit."));
                }
                live = now.get();
            }
        }
    }

    /**
     * Makes Gantry's own what it has just created, as if it had been applied: otherwise the next apply would be in conflict with it.
     * Does without where the server refuses.
     */
    void adopt(ObjectRef ref, ObjectNode created) {
        List<Integer> entries = new ArrayList<>();
        JsonNode managers = created.path("metadata").path("managedFields");
        for (int i = 0; i < managers.size(); i++) {
            JsonNode entry = managers.get(i);
            boolean own = entry.path("manager").asText().equals(manager);
            if (own && entry.path("operation").asText().equals("Update") && !entry.has("subresource")) {
                entries.add(i);
            }
        }
        try {
            cluster.write(new Write(Write.Method.JSON_PATCH, ref, patch(created, entries), manager, false, false));
        } catch (ApiFailure e) {
            // The object is back, which is what matters; the next apply says which fields are contested.
        }
    }

    /** The positions of the managers who own the annotation of client-side apply. */
    private static List<Integer> clientSide(ObjectNode live) {
        List<Integer> found = new ArrayList<>();
        JsonNode managers = live.path("metadata").path("managedFields");
        for (int i = 0; i < managers.size(); i++) {
            JsonNode entry = managers.get(i);
            boolean owns = entry.path("fieldsV1")
                    .path("f:metadata")
                    .path("f:annotations")
                    .has("f:" + LAST_APPLIED);
            if (owns && entry.path("operation").asText().equals("Update") && !entry.has("subresource")) {
                found.add(i);
            }
        }
        return found;
    }

    private ArrayNode patch(ObjectNode live, List<Integer> entries) {
        ArrayNode managers = live.path("metadata").withArray("managedFields").deepCopy();
        ObjectNode own = own(managers, live.path("apiVersion").asText());
        for (int position : entries) {
            merge(own.withObject("/fieldsV1"), managers.get(position).path("fieldsV1"));
        }
        ArrayNode left = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < managers.size(); i++) {
            if (!entries.contains(i)) {
                left.add(managers.get(i));
            }
        }
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        patch.addObject()
                .put("op", "replace")
                .put("path", "/metadata/managedFields")
                .set("value", left);
        patch.addObject()
                .put("op", "replace")
                .put("path", "/metadata/resourceVersion")
                .set("value", live.path("metadata").path("resourceVersion"));
        return patch;
    }

    private ObjectNode own(ArrayNode managers, String apiVersion) {
        for (JsonNode entry : managers) {
            if (entry instanceof ObjectNode own && isOf(entry, manager)) {
                return own;
            }
        }
        return managers.addObject()
                .put("manager", manager)
                .put("operation", "Apply")
                .put("apiVersion", apiVersion)
                .put("fieldsType", "FieldsV1");
    }

    /** Whether this entry of {@code managedFields} is that of Gantry's applies. */
    static boolean isOwn(JsonNode entry) {
        return isOf(entry, FieldManager.PROGRAM);
    }

    private static boolean isOf(JsonNode entry, String manager) {
        return entry.path("manager").asText().equals(manager)
                && entry.path("operation").asText().equals("Apply")
                && !entry.has("subresource");
    }

    private static void merge(ObjectNode into, JsonNode from) {
        for (Map.Entry<String, JsonNode> field : from.properties()) {
            if (into.get(field.getKey()) instanceof ObjectNode nested) {
                merge(nested, field.getValue());
            } else {
                into.set(field.getKey(), field.getValue());
            }
        }
    }
}
