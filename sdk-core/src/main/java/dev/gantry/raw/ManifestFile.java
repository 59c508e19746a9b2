package dev.gantry.raw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.Problem;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Origin;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A file of manifests: what is in it, and what is wrong with it. */
final class ManifestFile {

    private final Mistakes mistakes;
    private final boolean tracing;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * One object of the file.
     *
     * @param tree its manifest, of which apiVersion, kind and name are known to be there
     * @param origin the line where it begins
     * @param lines the lines of its fields; empty unless they are traced
     * @param problems what may not be meant
     */
    record Entry(ObjectNode tree, @Nullable Origin origin, SortedMap<String, Origin> lines, List<Problem> problems) {}

    private ManifestFile(String name, boolean tracing) {
        this.mistakes = new Mistakes(name);
        this.tracing = tracing;
    }

    /**
     * Reads a file.
     *
     * @param name the path for findings
     * @param tracing whether to keep the line of each field
     */
    static ManifestFile read(String name, byte[] bytes, boolean tracing) {
        ManifestFile file = new ManifestFile(name, tracing);
        String text = file.decode(bytes);
        if (text == null) {
            return file;
        }
        List<ManifestDocument> documents = file.documents(text);
        Position template = Stranger.template(text, file.mistakes.lines());
        if (template != null) {
            file.mistakes.replace(file.mistakes.another());
            file.mistakes.add(
                    RawRule.STRANGER,
                    template,
                    "This is a template: Helm, or a program like it, makes manifests of it.",
                    "Take in the manifests that are made of it.");
            return file;
        }
        for (ManifestDocument document : documents) {
            if (!document.tree().isNull()) {
                file.add(document, document.tree(), "", document.start(), null);
            }
        }
        if (file.entries.isEmpty() && file.mistakes.count() == 0) {
            file.mistakes.add(
                    RawRule.EMPTY, new Position(1, 1), "There is no manifest in this file.", "Delete it, or fill it.");
        }
        return file;
    }

    Mistakes mistakes() {
        return mistakes;
    }

    List<Entry> entries() {
        return entries;
    }

    private @Nullable String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) {
            int line = 1;
            int column = 1;
            for (int i = 0; i < out.length(); i++) {
                column = out.charAt(i) == '\n' ? 1 : column + 1;
                line += out.charAt(i) == '\n' ? 1 : 0;
            }
            mistakes.add(
                    RawRule.ENCODING,
                    new Position(line, column),
                    "The file is not UTF-8: there is the byte 0x"
                            + Integer.toHexString(0x100 | (in.get() & 0xff)).substring(1) + ".",
                    "Save it as UTF-8.");
            return null;
        }
        String text = out.toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** JSON may indent with tabs, which YAML does not allow; but JSON between lines of {@code ---} is for the other reader. */
    private List<ManifestDocument> documents(String text) {
        if (!looksLikeJson(text)) {
            return YamlReader.read(text, tracing, mistakes);
        }
        List<ManifestDocument> json = JsonReader.read(text, tracing, mistakes);
        if (!mistakes.hasSyntax() || !text.contains("\n---")) {
            return json;
        }
        Mistakes asYaml = mistakes.another();
        List<ManifestDocument> yaml = YamlReader.read(text, tracing, asYaml);
        if (asYaml.hasSyntax()) {
            return json;
        }
        mistakes.replace(asYaml);
        return yaml;
    }

    private static boolean looksLikeJson(String text) {
        int at = notSpace(text, 0);
        if (at == text.length() || text.charAt(at) != '{') {
            return false;
        }
        int next = notSpace(text, at + 1);
        return next < text.length() && (text.charAt(next) == '"' || text.charAt(next) == '}');
    }

    private static int notSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private void add(ManifestDocument document, JsonNode node, String path, Position start, @Nullable ObjectNode list) {
        if (!(node instanceof ObjectNode object)) {
            mistakes.add(
                    RawRule.NOT_AN_OBJECT,
                    start,
                    "Here is " + described(node) + " instead of a manifest.",
                    "Write apiVersion, kind and metadata; put several manifests into documents that --- separates.");
            return;
        }
        if (list != null) {
            inherit(object, list);
        }
        Stranger stranger = Stranger.of(object);
        if (stranger != null) {
            mistakes.add(RawRule.STRANGER, start, "Here is " + stranger.what() + ".", stranger.hint());
            return;
        }
        String kind = text(object.get("kind"));
        if (kind != null
                && kind.endsWith("List")
                && (kind.equals("List") || object.get("items") instanceof ArrayNode)) {
            addItems(document, object, path, start);
        } else if (isComplete(object, start)) {
            entries.add(entry(document, object, path, start));
        }
    }

    private void addItems(ManifestDocument document, ObjectNode list, String path, Position start) {
        JsonNode items = list.get("items");
        if (items == null || items.isNull()) {
            return;
        }
        if (!(items instanceof ArrayNode)) {
            mistakes.add(
                    RawRule.NOT_AN_OBJECT, start, "The items of a list are " + described(items) + ".", "Write a list.");
            return;
        }
        String field = FieldPath.child(path, "items");
        for (int i = 0; i < items.size(); i++) {
            String item = FieldPath.item(field, i);
            add(document, items.get(i), item, document.lines().getOrDefault(item, start), list);
        }
    }

    /** The items of a ConfigMapList are ConfigMaps, even if they do not say so. */
    private static void inherit(ObjectNode item, ObjectNode list) {
        String kind = text(list.get("kind"));
        String apiVersion = text(list.get("apiVersion"));
        if (kind == null || apiVersion == null || kind.equals("List") || item.has("kind") || item.has("apiVersion")) {
            return;
        }
        ObjectNode copy = item.deepCopy();
        item.removeAll();
        item.put("apiVersion", apiVersion);
        item.put("kind", kind.substring(0, kind.length() - "List".length()));
        item.setAll(copy);
    }

    private boolean isComplete(ObjectNode object, Position start) {
        int before = mistakes.count();
        require(object.get("apiVersion"), "apiVersion", start, "Write, for example, apiVersion: v1.");
        require(object.get("kind"), "kind", start, "Write, for example, kind: ConfigMap.");
        JsonNode metadata = object.get("metadata");
        JsonNode name = metadata == null ? null : metadata.get("name");
        if (name == null && metadata != null && metadata.has("generateName")) {
            mistakes.add(
                    RawRule.GENERATED_NAME,
                    start,
                    "The manifest has generateName: each time it is applied, it would be another object.",
                    "Give it a metadata.name.");
        } else {
            require(name, "metadata.name", start, "Give it a name.");
        }
        JsonNode namespace = metadata == null ? null : metadata.get("namespace");
        if (namespace != null && !namespace.isNull()) {
            require(namespace, "metadata.namespace", start, "Write a text.");
        }
        return mistakes.count() == before;
    }

    private void require(@Nullable JsonNode value, String field, Position start, String hint) {
        if (value == null || value.isNull()) {
            mistakes.add(RawRule.INCOMPLETE, start, "The manifest has no " + field + ".", hint);
        } else if (!value.isTextual()) {
            mistakes.add(
                    RawRule.INCOMPLETE,
                    start,
                    field + " is " + described(value) + ", but must be a text.",
                    value.isValueNode() ? "Write it between quotes." : hint);
        } else if (value.textValue().isEmpty()) {
            mistakes.add(RawRule.INCOMPLETE, start, field + " is empty.", hint);
        }
    }

    private Entry entry(ManifestDocument document, ObjectNode tree, String path, Position start) {
        SortedMap<String, Origin> lines = new TreeMap<>();
        if (tracing) {
            document.lines().forEach((field, position) -> {
                String own = within(path, field);
                if (own != null) {
                    lines.put(own, mistakes.at(position));
                }
            });
        }
        List<Problem> problems = new ArrayList<>(0);
        for (ManifestDocument.Doubt doubt : document.doubts()) {
            String own = within(path, doubt.field());
            if (own != null) {
                problems.add(new Problem(own, doubt.flaw(), mistakes.at(doubt.position())));
            }
        }
        return new Entry(tree, mistakes.at(start), lines, problems);
    }

    /** The path of a field from an object on; {@code null} if it is not within it. */
    private static @Nullable String within(String object, String field) {
        if (object.isEmpty()) {
            return field;
        }
        if (!field.startsWith(object) || field.length() == object.length()) {
            return null;
        }
        return switch (field.charAt(object.length())) {
            case '.' -> field.substring(object.length() + 1);
            case '[' -> field.substring(object.length());
            default -> null;
        };
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.textValue();
    }

    private static String described(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "a text";
            case NUMBER -> "the number " + node;
            case BOOLEAN -> "the truth value " + node;
            default -> "nothing";
        };
    }
}
