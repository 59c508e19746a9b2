package dev.gantry.fake.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.fake.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The types of the built-in kinds, from {@code types.txt}, whose first lines describe its format. */
public final class Types {

    private static final Types BUILT_IN = read();

    private final Map<String, Type> byName = new HashMap<>();

    private Types() {
        byName.put("string", Type.simple(Type.Form.STRING));
        byName.put("bytes", Type.simple(Type.Form.BYTES));
        byName.put("time", Type.simple(Type.Form.TIME));
        byName.put("int32", Type.simple(Type.Form.INT32));
        byName.put("int64", Type.simple(Type.Form.INT64));
        byName.put("number", Type.simple(Type.Form.NUMBER));
        byName.put("bool", Type.simple(Type.Form.BOOL));
        byName.put("quantity", Type.simple(Type.Form.QUANTITY));
        byName.put("intstr", Type.simple(Type.Form.INT_OR_STRING));
        byName.put("any", Type.simple(Type.Form.ANY));
        byName.put("deduced", Type.simple(Type.Form.DEDUCED));
    }

    /** A type by its name, such as {@code core.v1.PodSpec}. */
    public static Type named(String name) {
        return BUILT_IN.type(name);
    }

    private Type type(String name) {
        return Objects.requireNonNull(byName.get(name), () -> "no type " + name);
    }

    private static Types read() {
        List<String> lines = lines();
        Types types = new Types();
        for (String line : lines) {
            if (!line.startsWith(" ")) {
                String[] words = line.split(" ", -1);
                types.byName.put(words[0], Type.struct(words[0], words.length > 1));
            }
        }
        Type current = null;
        for (String line : lines) {
            if (!line.startsWith(" ")) {
                current = types.type(line.split(" ", -1)[0]);
            } else {
                Objects.requireNonNull(current).add(types.field(line.strip().split(" ", -1)));
            }
        }
        return types;
    }

    private Field field(String[] words) {
        boolean required = false;
        Field.Presence presence = Field.Presence.SAID;
        JsonNode missing = null;
        Field.MergeRule merge = Field.MergeRule.REPLACE;
        Type.Relation relation = Type.Relation.ATOMIC;
        List<String> keys = List.of();
        boolean atomic = false;
        for (int i = 2; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            String word = equals < 0 ? words[i] : words[i].substring(0, equals);
            String value = equals < 0 ? "" : words[i].substring(equals + 1);
            switch (word) {
                case "required" -> required = true;
                case "always" -> presence = Field.Presence.ALWAYS;
                case "omitzero" -> presence = Field.Presence.UNLESS_ZERO;
                case "default" -> missing = Json.read(value);
                case "atomic" -> atomic = true;
                case "set" -> relation = Type.Relation.SET;
                case "map" -> {
                    relation = Type.Relation.MAP;
                    keys = List.of(value.split(",", -1));
                }
                case "merge" -> merge = new Field.MergeRule(true, value, merge.retainsKeys());
                case "retainKeys" -> merge = new Field.MergeRule(merge.merges(), merge.key(), true);
                default -> throw new IllegalStateException("unknown word " + word);
            }
        }
        return new Field(words[0], parse(words[1], relation, keys, atomic), required, presence, missing, merge);
    }

    private Type parse(String text, Type.Relation relation, List<String> keys, boolean atomic) {
        @Nullable String inner = text.length() > 2 ? text.substring(1, text.length() - 1) : null;
        if (inner != null && text.startsWith("[")) {
            return Type.list(parse(inner, Type.Relation.ATOMIC, List.of(), false), relation, keys);
        }
        if (inner != null && text.startsWith("{")) {
            return Type.map(parse(inner, Type.Relation.ATOMIC, List.of(), false), atomic);
        }
        return type(text);
    }

    private static List<String> lines() {
        try (InputStream in = Types.class.getResourceAsStream("types.txt");
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, "types.txt"), StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    lines.add(line);
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
