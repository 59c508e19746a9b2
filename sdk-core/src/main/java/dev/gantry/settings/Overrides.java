package dev.gantry.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts one {@code -Dgantry.set.path=text} over the settings of the files. */
final class Overrides {

    private static final String PROPERTY = "-Dgantry.set.";

    private final String path;
    private final String text;
    private final Place place;
    private final Problems problems;

    private Overrides(String path, String text, Problems problems) {
        this.path = path;
        this.text = text;
        this.place = Place.override(PROPERTY + path);
        this.problems = problems;
    }

    /** The settings with this override over them; unchanged after a finding. */
    static Node.Mapping apply(Node.Mapping root, Shape.Group shape, String path, String text, Problems problems) {
        Node changed = new Overrides(path, text, problems).at(root, shape, 0);
        return changed instanceof Node.Mapping mapping ? mapping : root;
    }

    /** The node with the rest of the path, from this character on, set below it; {@code null} after a finding. */
    private @Nullable Node at(@Nullable Node node, Shape given, int from) {
        if (from > 0 && from == path.length()) {
            Node value = value(given);
            return node == null || value == null ? value : node.under(value);
        }
        Shape shape = given.required();
        if (shape instanceof Shape.ListOf list) {
            return element(node, list, from);
        }
        if (shape instanceof Shape.Impossible) {
            return null;
        }
        int end = end(shape, from);
        if (end < 0 || shape instanceof Shape.Value) {
            return unknown(shape instanceof Shape.Value ? path.substring(0, from) + " has no parts" : "");
        }
        boolean bracket = from < path.length() && path.charAt(from) == '[';
        int start = bracket || (from > 0 && from < path.length() && path.charAt(from) == '.') ? from + 1 : from;
        String key = path.substring(start, end);
        Shape below = shape instanceof Shape.MapOf map ? map.value() : field((Shape.Group) shape, key);
        if (below == null || key.isEmpty()) {
            List<String> names = shape instanceof Shape.Group group ? group.names() : List.of();
            return unknown(Spelling.hint(key, names, "", "there are: "));
        }
        if (node != null && !(node instanceof Node.Mapping) && !(node instanceof Node.Scalar s && s.isNull())) {
            // The file has something else in this place: that is the finding, and the binder reports it.
            return node;
        }
        Node.Mapping mapping = node instanceof Node.Mapping written ? written : new Node.Mapping(place, Map.of());
        Node value = at(mapping.value(key), below, bracket ? end + 1 : end);
        return value == null ? null : mapping.with(key, place, value);
    }

    private @Nullable Node element(@Nullable Node node, Shape.ListOf list, int from) {
        int close = path.indexOf(']', from);
        int index = path.charAt(from) == '[' && close > 0 ? index(path.substring(from + 1, close)) : -1;
        if (index < 0) {
            return unknown(path.substring(0, from) + " is a list: name an element, such as [0], or set all of it");
        }
        if (node instanceof Node.Sequence sequence) {
            if (index >= sequence.elements().size()) {
                String size = sequence.elements().size() + " elements, counted from 0";
                return unknown("the files have " + size + ": set the whole list to make it longer");
            }
            Node value = at(sequence.elements().get(index), list.element(), close + 1);
            return value == null ? null : sequence.with(index, value);
        }
        return node == null || (node instanceof Node.Scalar scalar && scalar.isNull())
                ? unknown("no file has a list there: set the whole list")
                : node;
    }

    private static int index(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Where the key that begins here ends; -1 if the path has no key there. */
    private int end(Shape shape, int from) {
        if (path.startsWith("[", from)) {
            return shape instanceof Shape.MapOf ? path.indexOf(']', from) : -1;
        }
        int start = path.startsWith(".", from) ? from + 1 : from;
        if (shape instanceof Shape.MapOf map && map.value().required() instanceof Shape.Value) {
            // Nothing can follow, so dots belong to the key: labels.app.kubernetes.io/name
            return path.length();
        }
        int end = start;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    private static @Nullable Shape field(Shape.Group group, String name) {
        for (Shape.Field field : group.fields()) {
            if (field.name().equals(name)) {
                return field.shape();
            }
        }
        return null;
    }

    private @Nullable Node value(Shape given) {
        String trimmed = text.strip();
        if (given instanceof Shape.OptionalOf && (trimmed.equals("null") || trimmed.equals("~"))) {
            return new Node.Scalar(place, Node.Kind.NULL, trimmed);
        }
        Shape shape = given.required();
        if (shape instanceof Shape.Value) {
            return new Node.Scalar(place, Node.Kind.LITERAL, text);
        }
        Node node = YamlReader.override(place, path, text, problems);
        return node == null ? null : literal(node);
    }

    /** Quotes are the shell's business, so that a number on the command line serves as text too. */
    private static Node literal(Node node) {
        if (node instanceof Node.Mapping mapping) {
            Map<String, Node.Entry> entries = new LinkedHashMap<>();
            mapping.entries()
                    .forEach((key, entry) -> entries.put(key, new Node.Entry(entry.key(), literal(entry.value()))));
            return new Node.Mapping(mapping.place(), entries);
        }
        if (node instanceof Node.Sequence sequence) {
            List<Node> elements = new ArrayList<>();
            for (Node element : sequence.elements()) {
                elements.add(literal(element));
            }
            return new Node.Sequence(sequence.place(), elements);
        }
        return node instanceof Node.Scalar scalar && !scalar.isNull()
                ? new Node.Scalar(scalar.place(), Node.Kind.LITERAL, scalar.text())
                : node;
    }

    private @Nullable Node unknown(String hint) {
        String message = PROPERTY + path + " names no setting";
        problems.add(SettingsRule.UNKNOWN_OVERRIDE, new Place(null, ""), path, message, hint);
        return null;
    }
}
