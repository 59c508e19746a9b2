package dev.gantry.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.gantry.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one YAML document as nodes that know their places. */
final class YamlReader {

    private static final YAMLFactory YAML = new YAMLFactory();
    private static final String STANDARD_TAG = "tag:yaml.org,2002:";
    private static final Set<String> KNOWN_TAGS = Set.of("str", "int", "float", "bool", "null", "map", "seq");

    private final @Nullable String file;
    private final Place override;
    private final Problems problems;

    private YamlReader(@Nullable String file, Place override, Problems problems) {
        this.file = file;
        this.override = override;
        this.problems = problems;
    }

    /** The mapping of a file, empty if the file is; {@code null} after a finding that leaves nothing to bind. */
    static Node.@Nullable Mapping file(String path, String text, Problems problems) {
        Node root = new YamlReader(path, Place.override(""), problems).read(text, "");
        if (root instanceof Node.Scalar scalar && scalar.isNull()) {
            return new Node.Mapping(scalar.place(), Map.of());
        }
        if (root == null || root instanceof Node.Mapping) {
            return (Node.Mapping) root;
        }
        if (!(root instanceof Node.Unusable)) {
            problems.add(
                    SettingsRule.NOT_A_MAPPING,
                    root.place(),
                    "",
                    "a settings file consists of keys and values, but this one is " + Shown.kind(root),
                    "write one line for each setting, such as replicas: 3");
        }
        return null;
    }

    /** The value of an override, such as {@code [a, b]}; {@code null} after a finding. */
    static @Nullable Node override(Place place, String path, String text, Problems problems) {
        return new YamlReader(null, place, problems).read(text, path);
    }

    private @Nullable Node read(String text, String path) {
        try (YAMLParser parser = YAML.createParser(text)) {
            try {
                return document(parser, path);
            } catch (IOException e) {
                int[] at = YamlMessage.place(e);
                JsonLocation last = parser.currentLocation();
                Place place = at.length == 2 ? place(at[0], at[1]) : place(last.getLineNr(), last.getColumnNr());
                problems.add(SettingsRule.SYNTAX, place, path, "not valid YAML: " + YamlMessage.reason(e), "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be opened and closed", e);
        }
        return null;
    }

    private Node document(YAMLParser parser, String path) throws IOException {
        if (parser.nextToken() == null) {
            return new Node.Scalar(place(1, 1), Node.Kind.NULL, "");
        }
        Node root = node(parser, path);
        if (parser.nextToken() != null) {
            problems.add(
                    SettingsRule.MORE_DOCUMENTS,
                    place(parser),
                    path,
                    "a second document begins here",
                    "settings are one document: remove the --- and join the two, or use a file each");
        }
        return root;
    }

    private Node node(YAMLParser parser, String path) throws IOException {
        Place place = place(parser);
        JsonToken token = parser.currentToken();
        boolean usable = checkFeatures(parser, place, path);
        Node node;
        if (token == JsonToken.START_OBJECT) {
            node = mapping(parser, place, path);
        } else if (token == JsonToken.START_ARRAY) {
            List<Node> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(node(parser, KeyPath.element(path, elements.size())));
            }
            node = new Node.Sequence(place, elements);
        } else {
            String text = parser.getText();
            node = new Node.Scalar(place, kind(token), text == null ? "" : text);
        }
        return usable ? node : new Node.Unusable(place);
    }

    private Node mapping(YAMLParser parser, Place place, String path) throws IOException {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String keyPath = KeyPath.key(path, key);
            Place keyPlace = place(parser);
            parser.nextToken();
            Node.Entry before = entries.put(key, new Node.Entry(keyPlace, node(parser, keyPath)));
            if (before != null) {
                problems.add(Finding.of(SettingsRule.DUPLICATE_KEY, keyPath + " is here twice" + keyPlace.note())
                        .hint("keep one of the two")
                        .at(keyPlace.origin())
                        .on(null, keyPath)
                        .related(before.key().origin(), "the first " + keyPath));
            }
        }
        return new Node.Mapping(place, entries);
    }

    /** Aliases are refused, so that a value has one line, and no small file can stand for a huge tree. */
    private boolean checkFeatures(YAMLParser parser, Place place, String path) throws IOException {
        if (parser.isCurrentAlias()) {
            String name = parser.getText();
            problems.add(
                    SettingsRule.UNSUPPORTED_YAML,
                    place,
                    path,
                    path + " is the alias *" + name + ", and settings have no aliases",
                    "write the value out, or put what environments share into defaults.yaml");
            return false;
        }
        String tag = parser.getTypeId();
        if (tag == null || tag.isEmpty()) {
            return true;
        }
        String name = tag.startsWith(STANDARD_TAG) ? tag.substring(STANDARD_TAG.length()) : tag;
        if (tag.startsWith(STANDARD_TAG) && KNOWN_TAGS.contains(name)) {
            return true;
        }
        problems.add(
                SettingsRule.UNSUPPORTED_YAML,
                place,
                path,
                (path.isEmpty() ? "the file" : path) + " has the tag " + (tag.equals(name) ? "!" : "!!") + name
                        + ", which settings do not know",
                "remove the tag, and write the value itself");
        return false;
    }

    private static Node.Kind kind(@Nullable JsonToken token) {
        if (token == null) {
            return Node.Kind.NULL;
        }
        return switch (token) {
            case VALUE_NUMBER_INT -> Node.Kind.WHOLE;
            case VALUE_NUMBER_FLOAT -> Node.Kind.DECIMAL;
            case VALUE_TRUE, VALUE_FALSE -> Node.Kind.BOOLEAN;
            case VALUE_NULL -> Node.Kind.NULL;
            default -> Node.Kind.TEXT;
        };
    }

    private Place place(JsonParser parser) {
        JsonLocation at = parser.currentTokenLocation();
        return place(at.getLineNr(), at.getColumnNr());
    }

    private Place place(int line, int column) {
        return file == null ? override : Place.file(file, Math.max(0, line), Math.max(0, column));
    }
}
