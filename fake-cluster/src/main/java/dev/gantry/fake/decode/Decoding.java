package dev.gantry.fake.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;
import dev.gantry.fake.schema.Type;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object as a kind has it.
 *
 * @param object without the fields that the kind does not know
 * @param problems what is not known or twice there, as the server names it
 */
public record Decoding(ObjectNode object, List<String> problems) {

    /** Copies the list. */
    public Decoding {
        problems = List.copyOf(problems);
    }

    /**
     * Reads an object.
     *
     * @param content its text; {@code null} if there is only the tree
     * @throws TypeException if a value is of another type than its field
     */
    public static Decoding of(ApiKind kind, ObjectNode tree, byte @Nullable [] content) throws TypeException {
        ObjectNode object = Json.object();
        object.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        tree.properties()
                .forEach(entry -> object.set(entry.getKey(), entry.getValue().deepCopy()));
        if (!kind.isCustom()) {
            Nulls.drop(object);
            GoTypes.check(kind, object);
            Normal.bring(kind, object);
        }
        prune(kind.type(), object);
        try {
            return new Decoding(
                    object, StrictScan.problems(kind.type(), content == null ? tree.traverse() : Json.parser(content)));
        } catch (IOException e) {
            // The tree was made from the same text, so that it can be read.
            throw new IllegalStateException(e);
        }
    }

    private static void prune(@Nullable Type type, JsonNode node) {
        if (type == null) {
            return;
        }
        if (node instanceof ObjectNode object) {
            if (type.isStruct()) {
                object.properties().removeIf(entry -> type.child(entry.getKey()) == null);
            }
            object.properties().forEach(entry -> prune(type.child(entry.getKey()), entry.getValue()));
        } else if (node.isArray() && type.form() == Type.Form.LIST) {
            node.forEach(item -> prune(type.element(), item));
        }
    }
}
