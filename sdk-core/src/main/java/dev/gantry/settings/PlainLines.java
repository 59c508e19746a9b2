package dev.gantry.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files that most settings are: lines of {@code key: value}, without the YAML parser, whose classes take a small
 * program longer to load than everything else about settings. Whatever is more than that, or may mean more to a reader of
 * YAML, is left to {@link YamlReader}; where this reads a file, both come to the same.
 */
final class PlainLines {

    private static final int LONGEST_KEY = 100;

    private final String path;
    private final String text;
    private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
    private @Nullable Place first;

    private PlainLines(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /** The mapping of a file; {@code null} if it takes the YAML parser to tell what the file means. */
    static Node.@Nullable Mapping read(String path, String text) {
        PlainLines lines = new PlainLines(path, text);
        int start = 0;
        for (int line = 1; start < text.length(); line++) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            if (!lines.take(line, start, end)) {
                return null;
            }
            start = end + 1;
        }
        return lines.first == null ? null : new Node.Mapping(lines.first, lines.entries);
    }

    /** Whether a line could be understood. */
    private boolean take(int line, int start, int end) {
        if (start == end) {
            return true;
        }
        if (text.charAt(start) == '#') {
            return isPrintable(start, end);
        }
        int colon = start;
        while (colon < end && (isLetterOrDigit(text.charAt(colon)) || "_-".indexOf(text.charAt(colon)) >= 0)) {
            colon++;
        }
        int value = colon + 2;
        boolean key = colon > start && colon - start <= LONGEST_KEY && isLetterOrDigit(text.charAt(start));
        if (!key || value >= end || text.charAt(colon) != ':' || text.charAt(colon + 1) != ' ') {
            return false;
        }
        Place place = Place.file(path, line, 1);
        first = first == null ? place : first;
        Node node = scalar(Place.file(path, line, value - start + 1), value, end);
        return node != null && entries.put(text.substring(start, colon), new Node.Entry(place, node)) == null;
    }

    private @Nullable Node scalar(Place place, int start, int end) {
        if (isQuoted(start, end)) {
            return new Node.Scalar(place, Node.Kind.TEXT, text.substring(start + 1, end - 1));
        }
        if (isPlain(start, end)) {
            String value = text.substring(start, end);
            return new Node.Scalar(place, PlainScalar.kind(value), value);
        }
        return null;
    }

    /** A text in double quotes in which nothing is escaped. */
    private boolean isQuoted(int start, int end) {
        if (end - start < 2 || text.charAt(start) != '"' || text.charAt(end - 1) != '"' || !isPrintable(start, end)) {
            return false;
        }
        return text.indexOf('"', start + 1) == end - 1
                && text.substring(start, end).indexOf('\\') < 0;
    }

    /** Words of characters that mean nothing but themselves wherever they stand, with single spaces between. */
    private boolean isPlain(int start, int end) {
        char before = ' ';
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean inner = before != ' ' && (c == ':' || (c == ' ' && before != ':') || "-_+@".indexOf(c) >= 0);
            if (!inner && !isLetterOrDigit(c) && c != '.' && c != '/') {
                return false;
            }
            before = c;
        }
        return before != ':' && before != ' ';
    }

    private boolean isPrintable(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
