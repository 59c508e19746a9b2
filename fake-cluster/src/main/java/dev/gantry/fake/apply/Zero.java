package dev.gantry.fake.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.schema.Field;
import dev.gantry.fake.schema.Type;

/**
 * What an object is before anybody has said anything: in the server's eyes a few of its parts are there already, so that who creates the
 * object owns what is in them, but not them.
 */
final class Zero {

    private Zero() {}

    static ObjectNode of(Type type) {
        ObjectNode zero = Json.object();
        for (Field field : type.fields().values()) {
            Type.Form form = field.type().form();
            if (field.presence() == Field.Presence.ALWAYS && form == Type.Form.STRUCT) {
                zero.set(field.name(), of(field.type()));
            } else if (field.required() && (form == Type.Form.LIST || form == Type.Form.MAP)) {
                zero.putNull(field.name());
            }
        }
        return zero;
    }
}
