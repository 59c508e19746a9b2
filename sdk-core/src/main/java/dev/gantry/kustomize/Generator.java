package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.output.SafeFileName;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Entries of {@code configMapGenerator} and {@code secretGenerator}: short texts as literals, others as files.
 *
 * @see <a href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/configmapgenerator/">
 *     configMapGenerator</a>
 */
final class Generator {

    /** What an entry does with an object that is there already. */
    enum Behavior {
        /** There is none. */
        CREATE,
        /** It gets the entries of this one too. */
        MERGE
    }

    private Generator() {}

    /**
     * Writes an entry, and its files.
     *
     * @param folder of the kustomization
     * @param behavior whether it adds to what the base makes
     */
    static ObjectNode write(Content content, Behavior behavior, String folder, TreeFiles files) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        ObjectKey key = content.key();
        entry.put("name", key.name());
        if (!key.namespace().isEmpty()) {
            entry.put("namespace", key.namespace());
        }
        if (behavior == Behavior.MERGE) {
            entry.put("behavior", "merge");
        }
        if (!content.type().isEmpty()) {
            entry.put("type", content.type());
        }
        if (behavior == Behavior.CREATE && !content.options().isEmpty()) {
            entry.set("options", content.options());
        }
        ArrayNode literals = JsonNodeFactory.instance.arrayNode();
        ArrayNode paths = JsonNodeFactory.instance.arrayNode();
        content.entries().forEach((name, value) -> {
            String literal = Content.literal(value);
            if (literal != null) {
                literals.add(name + "=" + literal);
            } else {
                String path = path(key, name);
                files.bytes(folder + "/" + path, value);
                paths.add(file(name, path));
            }
        });
        put(entry, "literals", literals);
        put(entry, "files", paths);
        return entry;
    }

    /** An entry for a Secret whose files others put there. */
    static ObjectNode write(SecretFiles secret, boolean namespaced) {
        Content content = Content.ofFiles(secret.secret(), new TreeMap<>());
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("name", content.key().name());
        if (namespaced && !content.key().namespace().isEmpty()) {
            entry.put("namespace", content.key().namespace());
        }
        if (!content.options().isEmpty()) {
            entry.set("options", content.options());
        }
        ArrayNode paths = entry.putArray("files");
        secret.paths().forEach((key, path) -> paths.add(file(key, path)));
        return entry;
    }

    /** Kustomize takes the last part of the path for the key. */
    private static String file(String key, String path) {
        return path.endsWith("/" + key) ? path : key + "=" + path;
    }

    private static String path(ObjectKey key, String name) {
        String owner = (key.namespace().isEmpty() ? "" : key.namespace() + ".") + key.name();
        String folder = key.kind().equals("Secret") ? "secrets/" : "config/";
        return folder + SafeFileName.shortened(SafeFileName.escaped(owner)) + "/"
                + SafeFileName.shortened(SafeFileName.escaped(name));
    }

    private static void put(ObjectNode entry, String field, ArrayNode values) {
        if (!values.isEmpty()) {
            entry.set(field, values);
        }
    }

    /**
     * Reads an entry.
     *
     * @param kind what it makes
     * @param files answers the content of a path
     */
    static Content read(String kind, JsonNode entry, Function<String, byte[]> files) {
        ObjectKey key = new ObjectKey(
                "v1", kind, entry.path("namespace").asText(), entry.path("name").asText());
        SortedMap<String, byte[]> entries = new TreeMap<>();
        for (JsonNode literal : entry.path("literals")) {
            String text = literal.asText();
            int equals = text.indexOf('=');
            entries.put(text.substring(0, equals), text.substring(equals + 1).getBytes(StandardCharsets.UTF_8));
        }
        for (JsonNode file : entry.path("files")) {
            String text = file.asText();
            int equals = text.indexOf('=');
            String name = equals < 0 ? text.substring(text.lastIndexOf('/') + 1) : text.substring(0, equals);
            entries.put(name, files.apply(text.substring(equals + 1)));
        }
        ObjectNode options =
                entry.path("options") instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode();
        String type = kind.equals("Secret") ? entry.path("type").asText("Opaque") : "";
        return new Content(key, type, options, entries);
    }
}
