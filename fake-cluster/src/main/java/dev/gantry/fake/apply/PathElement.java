package dev.gantry.fake.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.schema.Field;
import dev.gantry.fake.schema.Type;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One step of a path in an object.
 *
 * @param encoded as in {@code fieldsV1}: {@code f:name}, {@code k:{"name":"web"}}, {@code v:"a"} or {@code i:0}
 */
public record PathElement(String encoded) implements Comparable<PathElement> {

    /** A field, or the key of a map. */
    public static PathElement field(String name) {
        return new PathElement("f:" + name);
    }

    static PathElement value(JsonNode value) {
        return new PathElement("v:" + value);
    }

    /**
     * An element of a list whose elements are told apart.
     *
     * @return {@code null} if it lacks the fields that do so
     */
    static @Nullable PathElement of(Type list, JsonNode item) {
        if (list.relation() == Type.Relation.SET) {
            return value(item);
        }
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        for (String key : list.keys()) {
            JsonNode value = item.get(key);
            if (value == null || value.isNull()) {
                Field field = list.element().fields().get(key);
                value = field == null ? null : field.missing();
            }
            if (value != null) {
                sorted.put(key, value);
            }
        }
        if (sorted.isEmpty()) {
            return null;
        }
        ObjectNode keys = Json.object();
        keys.setAll(sorted);
        return new PathElement("k:" + new String(Json.write(keys), StandardCharsets.UTF_8));
    }

    boolean isField() {
        return encoded.startsWith("f:");
    }

    String fieldName() {
        return encoded.substring(2);
    }

    /** As in the messages of the server: {@code .name}, {@code [name="web"]}, {@code [="a"]}. */
    String shown() {
        String rest = encoded.substring(2);
        return switch (encoded.charAt(0)) {
            case 'f' -> "." + rest;
            case 'k' -> {
                StringJoiner keys = new StringJoiner(",", "[", "]");
                Json.read(rest).properties().forEach(key -> keys.add(key.getKey() + "=" + key.getValue()));
                yield keys.toString();
            }
            case 'v' -> "[=" + rest + "]";
            default -> "[" + rest + "]";
        };
    }

    @Override
    public int compareTo(PathElement other) {
        return encoded.compareTo(other.encoded);
    }
}
