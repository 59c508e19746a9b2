package dev.gantry.engine.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.field.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two states of an object, field by field. What a server counts and notes for itself is left out, and so is
 * the status; values of Secrets are masked. Items of lists are compared with those of the same name, port, path, ...; where items
 * have no key, with those at the same place between items that are equal.
 */
public final class Difference {

    private static final Set<String> NOTED_BY_SERVER =
            Set.of("managedFields", "resourceVersion", "generation", "uid", "creationTimestamp", "selfLink");

    /** A list of scalars that is no longer than this, as JSON, is shown as a whole. */
    private static final int SHORT = 100;

    private final List<FieldChange> changes = new ArrayList<>();

    private Difference() {}

    /**
     * The changes from one state to the other.
     *
     * @param live the object as it is
     * @param merged the object as it would be
     */
    public static List<FieldChange> between(ObjectNode live, ObjectNode merged) {
        Difference difference = new Difference();
        difference.compare("", shown(live, null), shown(merged, live));
        return List.copyOf(difference.changes);
    }

    private static ObjectNode shown(ObjectNode object, @Nullable ObjectNode other) {
        ObjectNode shown = Masking.masked(object, other);
        shown.remove("status");
        if (shown.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(NOTED_BY_SERVER);
        }
        return shown;
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (Nodes.same(before, after) || (Nodes.isAbsent(before) && Nodes.isAbsent(after))) {
            return;
        }
        if (before instanceof ObjectNode one && after instanceof ObjectNode other) {
            objects(path, one, other);
        } else if (before instanceof ArrayNode one && after instanceof ArrayNode other) {
            lists(path, one, other);
        } else if (isMap(path, before, after)) {
            objects(path, orEmpty(before), orEmpty(after));
        } else {
            changes.add(new FieldChange(
                    path, Nodes.isAbsent(before) ? null : before, Nodes.isAbsent(after) ? null : after));
        }
    }

    /** Keys of data, labels and annotations are worth a line each even if there were none before. */
    private static boolean isMap(String path, JsonNode before, JsonNode after) {
        boolean map = path.equals("data")
                || path.equals("stringData")
                || path.equals("metadata.labels")
                || path.equals("metadata.annotations");
        return map && !orEmpty(before).equals(orEmpty(after));
    }

    private static ObjectNode orEmpty(JsonNode node) {
        return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    private void objects(String path, ObjectNode before, ObjectNode after) {
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            compare(FieldPath.child(path, name), before.path(name), after.path(name));
        }
    }

    private void lists(String path, ArrayNode before, ArrayNode after) {
        if (isOf(before, JsonNode::isObject) && isOf(after, JsonNode::isObject) && !before.isEmpty()) {
            ItemKey.of(before, after)
                    .ifPresentOrElse(key -> keyed(path, before, after, key), () -> rows(path, before, after));
        } else if (before.isEmpty()
                || before.toString().length() + after.toString().length() <= 2 * SHORT) {
            changes.add(new FieldChange(path, before, after));
        } else {
            rows(path, before, after);
        }
    }

    private static boolean isOf(ArrayNode list, Predicate<JsonNode> sort) {
        for (JsonNode item : list) {
            if (!sort.test(item)) {
                return false;
            }
        }
        return true;
    }

    private void keyed(String path, ArrayNode before, ArrayNode after, Function<JsonNode, String> key) {
        Map<String, JsonNode> old = new LinkedHashMap<>();
        before.forEach(item -> old.put(key.apply(item), item));
        Map<String, JsonNode> current = new LinkedHashMap<>();
        after.forEach(item -> current.put(key.apply(item), item));
        Set<String> keys = new LinkedHashSet<>(old.keySet());
        keys.addAll(current.keySet());
        JsonNode none = JsonNodeFactory.instance.missingNode();
        for (String each : keys) {
            compare(FieldPaths.item(path, each), old.getOrDefault(each, none), current.getOrDefault(each, none));
        }
        List<String> oldOrder = new ArrayList<>(old.keySet());
        oldOrder.retainAll(current.keySet());
        List<String> order = new ArrayList<>(current.keySet());
        order.retainAll(old.keySet());
        if (!oldOrder.equals(order)) {
            changes.add(new FieldChange(path, texts(oldOrder), texts(order)));
        }
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private void rows(String path, ArrayNode before, ArrayNode after) {
        List<JsonNode> old = new ArrayList<>();
        before.forEach(old::add);
        List<JsonNode> current = new ArrayList<>();
        after.forEach(current::add);
        JsonNode none = JsonNodeFactory.instance.missingNode();
        for (Alignment.Row row : Alignment.of(old, current, Nodes::same, true)) {
            if (!row.same()) {
                compare(
                        FieldPath.item(path, row.after() < 0 ? row.before() : row.after()),
                        row.before() < 0 ? none : old.get(row.before()),
                        row.after() < 0 ? none : current.get(row.after()));
            }
        }
    }
}
