package dev.gantry.extension;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The types of one file and the order of their fields; each type is understood when it is first needed. */
final class FieldTable {

    private final Map<String, String> rows;
    private final @Nullable FieldTable others;
    private final Map<String, Type> types = new ConcurrentHashMap<>();

    /** A type: its fields in their order. */
    static final class Type {

        private final Map<String, Field> fields;
        private final List<String> names;
        private @Nullable Field first;

        private Type(FieldTable table, String row) {
            String[] words = row.split(" ", -1);
            this.fields = new HashMap<>(words.length * 2);
            this.names = new ArrayList<>(words.length);
            for (int i = 0; i < words.length; i++) {
                int equals = words[i].indexOf('=');
                // The literals of builders are the same strings, so that they are equal without a look at their
                // characters.
                String name = (equals < 0 ? words[i] : words[i].substring(0, equals)).intern();
                fields.put(name, new Field(table, name, i, equals < 0 ? "" : words[i].substring(equals + 1)));
                names.add(name);
            }
        }

        /** What is known of a field; {@code null} if nothing is. */
        @Nullable
        Field field(String name) {
            return fields.get(name);
        }

        /**
         * What is known of the field that comes after another one in an object. The objects of a program look much alike, so
         * the field that came after it in the last object is tried first.
         *
         * @param before {@code null} for the first one, and after a field that is unknown
         */
        @Nullable
        Field field(String name, @Nullable Field before) {
            Field likely = before == null ? first : before.next;
            return likely != null && likely.name.equals(name) ? likely : otherField(name, before);
        }

        private @Nullable Field otherField(String name, @Nullable Field before) {
            Field field = fields.get(name);
            if (before == null) {
                first = field;
            } else {
                before.next = field;
            }
            return field;
        }

        /** The names of its fields, in their order. */
        List<String> names() {
            return names;
        }
    }

    /** A field of a type. */
    static final class Field {

        private final FieldTable table;
        private final String name;
        private final int position;
        private final String content;
        private final boolean map;
        private @Nullable Type type;
        private @Nullable Field next;

        private Field(FieldTable table, String name, int position, String content) {
            this.table = table;
            this.name = name;
            this.position = position;
            this.content = content;
            this.map = content.startsWith("{}");
        }

        /** Its place among the fields of its type. */
        int position() {
            return position;
        }

        /** What the table says of it: a type, with {@code []} or {@code {}} before it; empty if nothing. */
        String content() {
            return content;
        }

        /** Whether it holds a map of objects. */
        boolean isMap() {
            return map;
        }

        /** The type of the object in it, or of each object in its list or map; {@code null} if the table has none. */
        @Nullable
        Type type() {
            // Looked up once. Two threads may do so at the same time: they find the same.
            Type known = type;
            if (known == null && !content.isEmpty()) {
                known = table.type(map || content.startsWith("[]") ? content.substring(2) : content);
                type = known;
            }
            return known;
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
