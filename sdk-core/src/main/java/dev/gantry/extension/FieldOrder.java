package dev.gantry.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

    private final List<JsonNode> nodes = new ArrayList<>();
    private final List<FieldTable.Type> types = new ArrayList<>();

    private FieldOrder() {}

    /**
     * Orders the fields of a manifest in place. Fields that no table has keep their order after those that are known,
     * and so do the entries of maps, such as labels. In a kind that no table has, apiVersion, kind, metadata and spec
     * come first.
     */
    public static void arrange(ObjectNode tree) {
        arrange(tree, typeOf(tree.path("apiVersion").asText(), tree.path("kind").asText()), false);
    }

    /** Orders the fields of {@code metadata} alone, for a manifest whose other fields are in order. */
    public static void arrangeMetadata(ObjectNode tree) {
        if (tree.get("metadata") instanceof ObjectNode metadata) {
            arrange(metadata, METADATA, false);
        }
    }

    /**
     * Orders the fields of a part of a manifest.
     *
     * @param map whether it is a map of what has the type
     */
    static void arrange(JsonNode content, FieldTable.Type type, boolean map) {
        FieldOrder order = new FieldOrder();
        if (map) {
            order.addAll(content, type);
        } else {
            order.add(content, type);
        }
        order.arrangeAll();
    }

    static FieldTable.Type typeOf(String apiVersion, String kind) {
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

    /** Object after object, from a list: compilers make far less of a loop than of a recursion. */
    private void arrangeAll() {
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode node = nodes.get(i);
            if (node instanceof ArrayNode) {
                addAll(node, types.get(i));
            } else if (node instanceof ObjectNode object && !isOrdered(object, types.get(i))) {
                rebuild(object, types.get(i));
            }
        }
    }

    /** Whether an object is in order; what is in it comes to the list. */
    private boolean isOrdered(ObjectNode object, FieldTable.Type type) {
        FieldTable.Field field = null;
        int last = -1;
        boolean ordered = true;
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            field = type.field(entry.getKey(), field);
            int position = field == null ? type.names().size() : field.position();
            ordered = ordered && position >= last;
            last = position;
            if (field != null && entry.getValue() instanceof ContainerNode) {
                add(entry.getValue(), field);
            }
        }
        return ordered;
    }

    private void add(JsonNode content, FieldTable.Field field) {
        FieldTable.Type type = field.type();
        if (type != null && field.isMap()) {
            addAll(content, type);
        } else if (type != null) {
            add(content, type);
        }
    }

    private void addAll(JsonNode container, FieldTable.Type type) {
        for (JsonNode each : container) {
            add(each, type);
        }
    }

    private void add(JsonNode node, FieldTable.Type type) {
        nodes.add(node);
        types.add(type);
    }

    private static void rebuild(ObjectNode object, FieldTable.Type type) {
        @Nullable JsonNode[] known = new JsonNode[type.names().size()];
        Map<String, JsonNode> rest = null;
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            FieldTable.Field field = type.field(entry.getKey());
            if (field != null) {
                known[field.position()] = entry.getValue();
            } else {
                rest = rest == null ? new LinkedHashMap<>() : rest;
                rest.put(entry.getKey(), entry.getValue());
            }
        }
        object.removeAll();
        for (int i = 0; i < known.length; i++) {
            if (known[i] != null) {
                object.set(type.names().get(i), known[i]);
            }
        }
        if (rest != null) {
            object.setAll(rest);
        }
    }
}
