package dev.gantry.fake.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gantry.fake.schema.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two states of an object.
 *
 * @param added what only the second has
 * @param modified what both have, with another value
 * @param removed what only the first has
 */
record Difference(FieldSet added, FieldSet modified, FieldSet removed) {

    static Difference between(Type type, JsonNode before, JsonNode after) {
        Walk walk = new Walk(new FieldSet.Builder(), new FieldSet.Builder(), new FieldSet.Builder());
        walk.children(type, before, after);
        return new Difference(walk.added.build(), walk.modified.build(), walk.removed.build());
    }

    /** The same without what is in these fields. */
    Difference outside(FieldSet fields) {
        return fields.isEmpty()
                ? this
                : new Difference(added.outside(fields), modified.outside(fields), removed.outside(fields));
    }

    boolean isNothing() {
        return added.isEmpty() && modified.isEmpty() && removed.isEmpty();
    }

    private record Walk(FieldSet.Builder added, FieldSet.Builder modified, FieldSet.Builder removed) {

        private Walk below(PathElement step) {
            return new Walk(added.below(step), modified.below(step), removed.below(step));
        }

        void children(Type type, JsonNode before, JsonNode after) {
            if (type.form() == Type.Form.LIST) {
                elements(type, before, after);
                return;
            }
            Map<String, JsonNode> names = new LinkedHashMap<>();
            before.properties().forEach(entry -> names.put(entry.getKey(), entry.getValue()));
            after.properties().forEach(entry -> names.put(entry.getKey(), entry.getValue()));
            for (String name : names.keySet()) {
                visit(type.child(name), PathElement.field(name), before.path(name), after.path(name));
            }
        }

        private void elements(Type type, JsonNode before, JsonNode after) {
            Map<PathElement, JsonNode> first = index(type, before);
            Map<PathElement, JsonNode> second = index(type, after);
            first.forEach((step, item) ->
                    visit(type.element(), step, item, second.getOrDefault(step, MissingNode.getInstance())));
            second.forEach((step, item) -> {
                if (!first.containsKey(step)) {
                    visit(type.element(), step, MissingNode.getInstance(), item);
                }
            });
        }

        private static Map<PathElement, JsonNode> index(Type type, JsonNode list) {
            Map<PathElement, JsonNode> index = new LinkedHashMap<>();
            for (JsonNode item : list) {
                PathElement step = PathElement.of(type, item);
                if (step != null) {
                    index.putIfAbsent(step, item);
                }
            }
            return index;
        }

        private void visit(@Nullable Type type, PathElement step, JsonNode before, JsonNode after) {
            if (type == null) {
                return;
            }
            boolean parts = isMadeOfParts(type, before, after);
            if (before.isMissingNode()) {
                added.add(step);
            } else if (after.isMissingNode()) {
                removed.add(step);
            } else if (!parts && !Objects.equals(before, after)) {
                modified.add(step);
            }
            if (parts) {
                below(step).children(type, before, after);
            }
        }

        private static boolean isMadeOfParts(Type type, JsonNode before, JsonNode after) {
            boolean bothEmpty =
                    (before.isMissingNode() || before.isEmpty()) && (after.isMissingNode() || after.isEmpty());
            if (Descent.isLeaf(type) || bothEmpty) {
                return false;
            }
            return type.form() != Type.Form.DEDUCED || before.isObject() || after.isObject();
        }
    }
}
