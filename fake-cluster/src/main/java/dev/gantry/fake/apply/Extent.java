package dev.gantry.fake.apply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.fake.schema.Type;

/** The fields that a configuration has, which is what its applier comes to own. */
final class Extent {

    private Extent() {}

    static FieldSet of(Type type, JsonNode value) {
        FieldSet.Builder builder = new FieldSet.Builder();
        children(type, value, builder);
        return builder.build();
    }

    private static void children(Type type, JsonNode value, FieldSet.Builder builder) {
        if (type.form() == Type.Form.LIST) {
            for (JsonNode item : value) {
                PathElement step = PathElement.of(type, item);
                if (step != null) {
                    builder.add(step);
                    below(type.element(), item, step, builder);
                }
            }
            return;
        }
        value.properties().forEach(entry -> {
            Type child = type.child(entry.getKey());
            if (child == null) {
                return;
            }
            PathElement step = PathElement.field(entry.getKey());
            JsonNode item = entry.getValue();
            boolean emptyObject = item.isObject() && item.isEmpty();
            if (item.isNull() || emptyObject || !type.declares(entry.getKey()) || isLeaf(child, item)) {
                builder.add(step);
            }
            below(child, item, step, builder);
        });
    }

    private static void below(Type type, JsonNode value, PathElement step, FieldSet.Builder builder) {
        if (!isLeaf(type, value)) {
            children(type, value, builder.below(step));
        }
    }

    private static boolean isLeaf(Type type, JsonNode value) {
        return Descent.isLeaf(type) || (type.form() == Type.Form.DEDUCED && !value.isObject());
    }
}
