package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map.Entry;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a generator makes a ConfigMap or a Secret of.
 *
 * @param key what it is called
 * @param type of a Secret; empty for a ConfigMap
 * @param options labels, annotations and whether it is immutable, as a generator's {@code options} have them
 * @param entries bytes by key
 */
record Content(ObjectKey key, String type, ObjectNode options, SortedMap<String, byte[]> entries) {

    private static final Set<String> FIELDS =
            Set.of("apiVersion", "kind", "metadata", "type", "immutable", "data", "binaryData");

    /** What YAML takes for a number, a date or a truth value. As a key that a generator makes, it stops Kustomize. */
    private static final Pattern NO_TEXT = Pattern.compile(
            "[-.]*[0-9][-._0-9a-fox]*|\\.inf|\\.nan|true|false|null|yes|no|on|off|y|n", Pattern.CASE_INSENSITIVE);

    /** The content of an object; {@code null} if a generator would make it otherwise. */
    static @Nullable Content of(ObjectNode tree) {
        ObjectKey key = ObjectKey.of(tree);
        boolean generated = key.apiVersion().equals("v1")
                && (key.kind().equals("ConfigMap") || (key.kind().equals("Secret") && tree.has("type")));
        if (!generated) {
            return null;
        }
        boolean secret = key.kind().equals("Secret");
        Content content = new Content(key, tree.path("type").asText(), options(tree), new TreeMap<>());
        if (!content.take(tree.path("data"), secret) || !content.take(tree.path("binaryData"), true)) {
            return null;
        }
        return !content.entries.isEmpty()
                        && hasOnly(tree, FIELDS)
                        && content.tree().equals(tree)
                ? content
                : null;
    }

    /** The content of a Secret that a generator makes of files. */
    static Content ofFiles(ObjectNode secret, SortedMap<String, byte[]> entries) {
        return new Content(ObjectKey.of(secret), "Opaque", options(secret), entries);
    }

    private static ObjectNode options(ObjectNode tree) {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        for (String field : new String[] {"labels", "annotations"}) {
            JsonNode value = tree.path("metadata").path(field);
            if (!value.isEmpty()) {
                options.set(field, value.deepCopy());
            }
        }
        if (tree.path("immutable").asBoolean()) {
            options.put("immutable", true);
        }
        return options;
    }

    private static boolean hasOnly(ObjectNode tree, Set<String> fields) {
        for (Entry<String, JsonNode> field : tree.properties()) {
            if (!fields.contains(field.getKey())) {
                return false;
            }
        }
        return true;
    }

    private boolean take(JsonNode data, boolean encoded) {
        for (Entry<String, JsonNode> entry : data.properties()) {
            String text = entry.getValue().textValue();
            if (text == null || NO_TEXT.matcher(entry.getKey()).matches()) {
                return false;
            }
            try {
                entries.put(
                        entry.getKey(),
                        encoded ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
        return true;
    }

    /** The same with what it shares with another, or only with what is its own. */
    Content only(Content other, boolean shared) {
        SortedMap<String, byte[]> chosen = new TreeMap<>();
        entries.forEach((name, value) -> {
            if (Arrays.equals(value, other.entries.get(name)) == shared) {
                chosen.put(name, value);
            }
        });
        return new Content(key, type, options, chosen);
    }

    /** Whether it differs from another in its entries at most. */
    boolean isLike(Content other) {
        return key.equals(other.key) && type.equals(other.type) && options.equals(other.options);
    }

    /** Whether some entry reads better as a file. */
    boolean hasFiles() {
        return entries.values().stream().anyMatch(value -> literal(value) == null);
    }

    /** The text of an entry that can be written into the list of literals; {@code null} if it has to be a file. */
    static @Nullable String literal(byte[] value) {
        String text = text(value);
        if (text == null
                || text.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029)) {
            return null;
        }
        // Kustomize takes quotes around a value away.
        return text.startsWith("'") || text.startsWith("\"") ? null : text;
    }

    private static @Nullable String text(byte[] value) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The object that is made of it. */
    ObjectNode tree() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("apiVersion", key.apiVersion()).put("kind", key.kind());
        ObjectNode metadata = tree.putObject("metadata").put("name", key.name());
        if (!key.namespace().isEmpty()) {
            metadata.put("namespace", key.namespace());
        }
        for (Entry<String, JsonNode> option : options.properties()) {
            (option.getKey().equals("immutable") ? tree : metadata)
                    .set(option.getKey(), option.getValue().deepCopy());
        }
        if (!type.isEmpty()) {
            tree.put("type", type);
        }
        entries.forEach((name, value) -> {
            String text = key.kind().equals("Secret") ? null : text(value);
            if (text != null) {
                tree.withObject("/data").put(name, text);
            } else {
                tree.withObject(key.kind().equals("Secret") ? "/data" : "/binaryData")
                        .put(name, Base64.getEncoder().encodeToString(value));
            }
        });
        return tree;
    }
}
