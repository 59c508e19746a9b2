package dev.gantry.fake.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The types of custom resources, from the structural schemas of their definitions.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema">Structural schemas</a>
 */
public final class CustomTypes {

    private static final Field.Presence SAID = Field.Presence.SAID;
    private static final String EXTENSION = "x-kubernetes-";

    private CustomTypes() {}

    /** The type of a custom resource. */
    public static Type resource(String name, JsonNode schema) {
        Type type = struct(name, schema);
        addIdentity(type);
        return type;
    }

    private static void addIdentity(Type type) {
        type.add(new Field("apiVersion", Types.named("string"), false, SAID, null, Field.MergeRule.REPLACE));
        type.add(new Field("kind", Types.named("string"), false, SAID, null, Field.MergeRule.REPLACE));
        type.add(new Field(
                "metadata",
                Types.named("meta.v1.ObjectMeta"),
                false,
                Field.Presence.ALWAYS,
                null,
                Field.MergeRule.REPLACE));
    }

    private static Type struct(String name, JsonNode schema) {
        Type type = Type.struct(name, extension(schema, "map-type").asText().equals("atomic"));
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(field -> required.add(field.asText()));
        schema.path("properties")
                .properties()
                .forEach(entry -> type.add(new Field(
                        entry.getKey(),
                        type(entry.getValue()),
                        required.contains(entry.getKey()),
                        SAID,
                        entry.getValue().get("default"),
                        Field.MergeRule.REPLACE)));
        if (extension(schema, "preserve-unknown-fields").asBoolean()) {
            type.keepsUnknownFields(Types.named("deduced"));
        }
        return type;
    }

    private static Type type(JsonNode schema) {
        if (extension(schema, "int-or-string").asBoolean()) {
            return Types.named("intstr");
        }
        return switch (schema.path("type").asText()) {
            case "string" -> Types.named("string");
            case "integer" -> Types.named("int64");
            case "number" -> Types.named("number");
            case "boolean" -> Types.named("bool");
            case "array" -> list(schema);
            case "object" -> object(schema);
            default -> Types.named("deduced");
        };
    }

    private static Type list(JsonNode schema) {
        List<String> keys = new ArrayList<>();
        extension(schema, "list-map-keys").forEach(key -> keys.add(key.asText()));
        Type.Relation relation = switch (extension(schema, "list-type").asText()) {
            case "map" -> Type.Relation.MAP;
            case "set" -> Type.Relation.SET;
            default -> Type.Relation.ATOMIC;
        };
        return Type.list(type(schema.path("items")), relation, keys);
    }

    private static Type object(JsonNode schema) {
        boolean embedded = extension(schema, "embedded-resource").asBoolean();
        boolean atomic = extension(schema, "map-type").asText().equals("atomic");
        JsonNode values = schema.path("additionalProperties");
        if (values.isObject() || values.asBoolean()) {
            return Type.map(values.isObject() ? type(values) : Types.named("deduced"), atomic);
        }
        boolean open = extension(schema, "preserve-unknown-fields").asBoolean();
        if (open && !schema.has("properties") && !embedded && !atomic) {
            return Types.named("deduced");
        }
        Type type = struct("", schema);
        if (embedded) {
            addIdentity(type);
        }
        return type;
    }

    private static JsonNode extension(JsonNode schema, String name) {
        return schema.path(EXTENSION + name);
    }
}
