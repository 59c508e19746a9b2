package dev.gantry.settings;

import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document as nodes that know their places. It takes the events of the YAML parser as they are: whatever
 * stands between, such as a parser of JSON tokens, is a large part of the time that a small program takes.
 */
final class YamlReader {

    private static final int DEEPEST = 1000;
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
        Parser parser = new ParserImpl(new StreamReader(text), new LoaderOptions());
        try {
            return document(parser, path);
        } catch (YAMLException e) {
            problems.add(SettingsRule.SYNTAX, place(e), path, "not valid YAML: " + YamlMessage.reason(e), "");
            return null;
        }
    }

    private Node document(Parser parser, String path) {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            return new Node.Scalar(place(1, 1), Node.Kind.NULL, "");
        }
        parser.getEvent();
        Node root = node(parser, path, 0);
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            parser.getEvent();
            problems.add(
                    SettingsRule.MORE_DOCUMENTS,
                    place(parser.peekEvent().getStartMark()),
                    path,
                    "a second document begins here",
                    "settings are one document: remove the --- and join the two, or use a file each");
        }
        return root;
    }

    private Node node(Parser parser, String path, int depth) {
        Event event = parser.getEvent();
        Mark mark = event.getStartMark();
        if (depth > DEEPEST) {
            throw new ParserException(null, null, "more than " + DEEPEST + " levels are too deep", mark);
        }
        Place place = place(mark);
        boolean usable = checkFeatures(event, place, path);
        Node node;
        if (event instanceof MappingStartEvent) {
            node = mapping(parser, place, path, depth + 1);
        } else if (event instanceof SequenceStartEvent) {
            List<Node> elements = new ArrayList<>();
            while (!parser.checkEvent(Event.ID.SequenceEnd)) {
                elements.add(node(parser, KeyPath.element(path, elements.size()), depth + 1));
            }
            parser.getEvent();
            node = new Node.Sequence(place, elements);
        } else if (event instanceof ScalarEvent scalar) {
            node = new Node.Scalar(place, kind(scalar), scalar.getValue());
        } else {
            node = new Node.Unusable(place);
        }
        return usable ? node : new Node.Unusable(place);
    }

    private Node mapping(Parser parser, Place place, String path, int depth) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Event event = parser.getEvent();
            if (!(event instanceof ScalarEvent name)) {
                throw new ParserException(null, null, "a key must be text", event.getEndMark());
            }
            String key = name.getValue();
            String keyPath = KeyPath.key(path, key);
            Place keyPlace = place(name.getStartMark());
            Node.Entry before = entries.put(key, new Node.Entry(keyPlace, node(parser, keyPath, depth)));
            if (before != null) {
                problems.add(Finding.of(SettingsRule.DUPLICATE_KEY, keyPath + " is here twice" + keyPlace.note())
                        .hint("keep one of the two")
                        .at(keyPlace.origin())
                        .on(null, keyPath)
                        .related(before.key().origin(), "the first " + keyPath));
            }
        }
        parser.getEvent();
        return new Node.Mapping(place, entries);
    }

    /** Aliases are refused, so that a value has one line, and no small file can stand for a huge tree. */
    private boolean checkFeatures(Event event, Place place, String path) {
        if (event instanceof AliasEvent alias) {
            problems.add(
                    SettingsRule.UNSUPPORTED_YAML,
                    place,
                    path,
                    path + " is the alias *" + alias.getAnchor() + ", and settings have no aliases",
                    "write the value out, or put what environments share into defaults.yaml");
            return false;
        }
        String tag = tag(event);
        if (tag.isEmpty()) {
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

    /** The tag without the {@code !} of one that is not standard; empty if there is none. */
    private static String tag(Event event) {
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : null;
        if (tag == null) {
            return "";
        }
        int start = 0;
        while (start < tag.length() && tag.charAt(start) == '!') {
            start++;
        }
        return tag.substring(start);
    }

    private static Node.Kind kind(ScalarEvent scalar) {
        String tag = tag(scalar);
        if (tag.isEmpty()) {
            return scalar.getScalarStyle() == ScalarStyle.PLAIN ? PlainScalar.kind(scalar.getValue()) : Node.Kind.TEXT;
        }
        Node.Kind kind = PlainScalar.kind(scalar.getValue());
        return switch (tag.substring(Math.min(tag.length(), STANDARD_TAG.length()))) {
            case "int" -> kind == Node.Kind.WHOLE ? kind : Node.Kind.TEXT;
            case "float" -> kind == Node.Kind.WHOLE || kind == Node.Kind.DECIMAL ? Node.Kind.DECIMAL : Node.Kind.TEXT;
            case "bool" -> kind == Node.Kind.BOOLEAN ? kind : Node.Kind.TEXT;
            case "null" -> Node.Kind.NULL;
            default -> Node.Kind.TEXT;
        };
    }

    private Place place(YAMLException e) {
        Mark mark = null;
        if (e instanceof MarkedYAMLException marked) {
            mark = marked.getProblemMark() == null ? marked.getContextMark() : marked.getProblemMark();
        }
        return mark == null ? place(1, 1) : place(mark);
    }

    private Place place(Mark mark) {
        return place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Place place(int line, int column) {
        return file == null ? override : Place.file(file, line, column);
    }
}
