package dev.gantry.engine.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gantry.engine.plan.FieldPaths;
import dev.gantry.field.FieldPath;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who set which field of a live object, as the server has it in {@code metadata.managedFields}.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management">Field management</a>
 */
final class FieldOwners {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<Owner>> owners = new HashMap<>();

    /** The owners of the fields of this object. */
    FieldOwners(JsonNode live) {
        for (JsonNode entry : live.path("metadata").path("managedFields")) {
            Owner owner = new Owner(
                    entry.path("manager").asText(), time(entry.path("time").asText()));
            collect("", entry.path("fieldsV1"), owner);
        }
    }

    /** Those of a field, or else of what it is part of, or of its parts. */
    List<Owner> of(String path) {
        for (String each = path; !each.isEmpty(); each = FieldPaths.parent(each)) {
            List<Owner> found = owners.get(each);
            if (found != null) {
                return found;
            }
        }
        List<Owner> parts = new ArrayList<>();
        owners.forEach((field, all) -> {
            if (FieldPaths.isPartOf(field, path)) {
                all.stream().filter(owner -> !parts.contains(owner)).forEach(parts::add);
            }
        });
        parts.sort(Comparator.comparing(Owner::manager));
        return parts;
    }

    private void collect(String path, JsonNode fields, Owner owner) {
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            String key = field.getKey();
            if (key.startsWith("f:")) {
                String child = FieldPath.child(path, key.substring(2));
                if (field.getValue().isEmpty()) {
                    add(child, owner);
                } else {
                    collect(child, field.getValue(), owner);
                }
            } else if (key.startsWith("k:")) {
                collect(FieldPaths.item(path, keys(key.substring(2))), field.getValue(), owner);
            } else if (key.startsWith("v:")) {
                add(path, owner);
            }
        }
    }

    private void add(String path, Owner owner) {
        List<Owner> all = owners.computeIfAbsent(path, key -> new ArrayList<>(1));
        if (!all.contains(owner)) {
            all.add(owner);
        }
    }

    private static JsonNode keys(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static @Nullable Instant time(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
