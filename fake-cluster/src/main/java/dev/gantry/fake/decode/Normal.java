package dev.gantry.fake.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.kind.ApiKind;
import dev.gantry.fake.schema.Field;
import dev.gantry.fake.schema.Type;
import org.jspecify.annotations.Nullable;

/** The one form in which the server keeps an object of a built-in kind: nothing that is null or no
 * more than nothing, no empty list, and no empty map. */
public final class Normal {

    private Normal() {}

    /** Brings an object into this form, in place. */
    public static void bring(ApiKind kind, ObjectNode object) {
        if (!kind.isCustom()) {
            walk(kind.type(), object);
        }
    }

    private static void walk(@Nullable Type type, JsonNode node) {
        if (type == null) {
            return;
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> walk(type.child(entry.getKey()), entry.getValue()));
            object.properties().removeIf(entry -> isNothing(type, entry.getKey(), entry.getValue()));
        } else if (type.form() == Type.Form.LIST) {
            node.forEach(item -> walk(type.element(), item));
        }
    }

    private static boolean isNothing(Type owner, String name, JsonNode value) {
        Field field = owner.fields().get(name);
        if (field != null && field.presence() == Field.Presence.UNLESS_ZERO && isZero(value)) {
            return true;
        }
        Type type = owner.child(name);
        boolean collection = type != null && (type.form() == Type.Form.LIST || type.form() == Type.Form.MAP);
        return value.isNull() || (collection && value.isContainerNode() && value.isEmpty());
    }

    private static boolean isZero(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.asText().isEmpty();
            case NUMBER -> value.asDouble() == 0;
            case BOOLEAN -> !value.asBoolean();
            default -> false;
        };
    }
}
