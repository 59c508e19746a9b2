package dev.gantry.extension;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The types of one file and the order of their fields; each type is understood when it is first needed. */
final class FieldTable {

    private final Map<String, String> rows;
    private final @Nullable FieldTable others;
    private final Map<String, Type> types = new ConcurrentHashMap<>();

    /** A type: its fields, and what is in them. */
    static final class Type {

        private final FieldTable table;
        private final Map<String, Integer> positions;
        private final String[] contents;

        private Type(FieldTable table, String row) {
            this.table = table;
            String[] words = row.split(" ", -1);
            this.positions = new HashMap<>(words.length * 2);
            this.contents = new String[words.length];
            for (int i = 0; i < words.length; i++) {
                int equals = words[i].indexOf('=');
                positions.put(equals < 0 ? words[i] : words[i].substring(0, equals), i);
                contents[i] = equals < 0 ? "" : words[i].substring(equals + 1);
            }
        }

        /** What the table says of a field: a type, with {@code []} or {@code {}} before it; empty if nothing. */
        String contentOf(String field) {
            int position = position(field);
            return position < 0 ? "" : contents[position];
        }

        Set<String> fields() {
            return positions.keySet();
        }

        int size() {
            return contents.length;
        }

        /** The place of a field, or -1. */
        int position(String field) {
            Integer position = positions.get(field);
            return position == null ? -1 : position;
        }

        /** Whether a field holds a map of objects. */
        boolean isMap(int position) {
            return contents[position].startsWith("{}");
        }

        /** The type of the object in a field, or of each object in its list or map. */
        @Nullable
        Type content(int position) {
            String name = contents[position];
            if (name.isEmpty()) {
                return null;
            }
            return table.type(name.startsWith("{}") || name.startsWith("[]") ? name.substring(2) : name);
        }
    }

    private FieldTable(Map<String, String> rows, @Nullable FieldTable others) {
        this.rows = rows;
        this.others = others;
    }

    /**
     * The table in a file that is found the way classes are; {@code null} if there is none.
     *
     * @param others where types are looked up that the file does not have
     */
    static @Nullable FieldTable load(String resource, @Nullable FieldTable others) {
        ClassLoader loader = FieldTable.class.getClassLoader();
        try (InputStream in = loader == null ? null : loader.getResourceAsStream(resource)) {
            return in == null ? null : parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), others);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FieldTable parse(String text, @Nullable FieldTable others) {
        Map<String, String> rows = new HashMap<>(512);
        int at = 0;
        while (at < text.length()) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            int colon = text.indexOf(": ", at);
            if (text.charAt(at) != '#' && colon >= 0 && colon < end) {
                rows.put(text.substring(at, colon), text.substring(colon + 2, end));
            }
            at = end + 1;
        }
        return new FieldTable(rows, others);
    }

    /** The type of this name, from this table or else from the one behind it. */
    @Nullable
    Type type(String name) {
        Type known = types.get(name);
        if (known != null) {
            return known;
        }
        String row = rows.get(name);
        if (row == null) {
            return others == null ? null : others.type(name);
        }
        Type made = new Type(this, row);
        types.put(name, made);
        return made;
    }
}
