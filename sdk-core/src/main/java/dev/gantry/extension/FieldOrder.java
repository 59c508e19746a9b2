package dev.gantry.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings the fields of a manifest into the order in which Kubernetes' own types have them. The core kinds are in a table
 * of this module; another module adds those of an API group in {@code META-INF/gantry/field-order/GROUP.txt}, in the same
 * form, which is looked for when the first resource of the group appears.
 */
public final class FieldOrder {

    private static final FieldTable CORE = FieldTable.parse(CoreFields.TABLE, null);

    private static final FieldTable.Type ANY =
            Objects.requireNonNull(FieldTable.parse("Any: apiVersion kind metadata=ObjectMeta spec", CORE)
                    .type("Any"));

    private static final FieldTable.Type METADATA = Objects.requireNonNull(CORE.type("ObjectMeta"));

    private static final Map<String, Optional<FieldTable>> GROUPS = new ConcurrentHashMap<>();

    private FieldOrder() {}

    /**
     * Orders the fields of a manifest in place. Fields that no table has keep their order after those that are known,
     * and so do the entries of maps, such as labels. In a kind that no table has, apiVersion, kind, metadata and spec
     * come first.
     */
    public static void arrange(ObjectNode tree) {
        arrange(tree, typeOf(tree.path("apiVersion").asText(), tree.path("kind").asText()));
    }

    /** Orders the fields of {@code metadata} alone, for a manifest whose other fields are in order. */
    public static void arrangeMetadata(ObjectNode tree) {
        if (tree.get("metadata") instanceof ObjectNode metadata) {
            arrange(metadata, METADATA);
        }
    }

    private static FieldTable.Type typeOf(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        String name = group.isEmpty() ? kind : kind + "." + group;
        FieldTable.Type type = CORE.type(name);
        if (type == null && slash > 0) {
            FieldTable table = GROUPS.computeIfAbsent(group, FieldOrder::load).orElse(null);
            type = table == null ? null : table.type(name);
        }
        return type == null ? ANY : type;
    }

    private static Optional<FieldTable> load(String group) {
        return Optional.ofNullable(FieldTable.load("META-INF/gantry/field-order/" + group + ".txt", CORE));
    }

    private static void arrange(ObjectNode object, FieldTable.Type type) {
        int last = -1;
        boolean unknown = false;
        boolean ordered = true;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            int position = type.position(field.getKey());
            if (position < 0) {
                unknown = true;
                continue;
            }
            ordered = ordered && !unknown && position > last;
            last = position;
            if (field.getValue().isContainerNode()) {
                descend(field.getValue(), type.content(position), type.isMap(position));
            }
        }
        if (!ordered) {
            rebuild(object, type);
        }
    }

    private static void descend(JsonNode value, FieldTable.@Nullable Type type, boolean map) {
        if (type == null) {
            return;
        }
        if (value instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                descend(list.get(i), type, map);
            }
        } else if (value instanceof ObjectNode object) {
            if (map) {
                object.properties().forEach(entry -> descend(entry.getValue(), type, false));
            } else {
                arrange(object, type);
            }
        }
    }

    private static void rebuild(ObjectNode object, FieldTable.Type type) {
        @Nullable JsonNode[] known = new JsonNode[type.size()];
        String[] names = new String[type.size()];
        ObjectNode rest = object.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            int position = type.position(field.getKey());
            if (position < 0) {
                rest.set(field.getKey(), field.getValue());
            } else {
                known[position] = field.getValue();
                names[position] = field.getKey();
            }
        }
        object.removeAll();
        for (int i = 0; i < known.length; i++) {
            if (known[i] != null) {
                object.set(names[i], known[i]);
            }
        }
        object.setAll(rest);
    }
}
