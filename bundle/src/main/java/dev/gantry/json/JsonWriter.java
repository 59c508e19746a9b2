package dev.gantry.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import dev.gantry.yaml.Utf8Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON that reads and diffs well: two spaces, LF on every system, a line end after the last brace. By hand, because
 * every run writes an index, and loading a library's generator takes longer than all that is written with it.
 */
public final class JsonWriter {

    private static final String HEXADECIMAL = "0123456789ABCDEF";

    private final Utf8Text out;
    /** The beginnings of lines, by depth. */
    private final List<byte[]> lines = new ArrayList<>();

    private int depth;
    private boolean empty = true;
    private boolean named;

    private JsonWriter(Utf8Text out) {
        this.out = out;
    }

    /** The text of one document, whose value is written by the parameter. */
    public static String text(Consumer<JsonWriter> document) {
        return write(new Utf8Text(), document).toString();
    }

    /**
     * The bytes of one document, whose value is written by the parameter, as UTF-8.
     *
     * @param room about how many there will be
     */
    public static byte[] bytes(int room, Consumer<JsonWriter> document) {
        return write(new Utf8Text(room), document).toByteArray();
    }

    private static Utf8Text write(Utf8Text out, Consumer<JsonWriter> document) {
        document.accept(new JsonWriter(out));
        out.append('\n');
        return out;
    }

    /** Begins an object, as an element or after {@link #name}. */
    public void startObject() {
        start('{');
    }

    /** Begins an object that is a field. */
    public void startObject(String field) {
        name(field);
        start('{');
    }

    /** Ends the object that was begun last. */
    public void endObject() {
        end('}');
    }

    /** Begins an array, as the document or an element. */
    public void startArray() {
        start('[');
    }

    /** Begins an array that is a field. */
    public void startArray(String field) {
        name(field);
        start('[');
    }

    /** Ends the array that was begun last. */
    public void endArray() {
        end(']');
    }

    /** Writes the name of a field; its value comes next. */
    public void name(String field) {
        separate();
        quote(field);
        out.append(": ");
        named = true;
    }

    /** Writes a field. */
    public void field(String name, String value) {
        name(name);
        value(value);
    }

    /** Writes a field. */
    public void field(String name, int value) {
        name(name);
        begin();
        out.append(Integer.toString(value));
    }

    /** Writes a field. */
    public void field(String name, boolean value) {
        name(name);
        begin();
        out.append(Boolean.toString(value));
    }

    /** Writes a field, or nothing where the value is {@code null}. */
    public void optional(String name, @Nullable String value) {
        if (value != null) {
            field(name, value);
        }
    }

    /** Writes a string, as an element or after {@link #name}. */
    public void value(String value) {
        begin();
        quote(value);
    }

    /** Writes a number, {@code true}, {@code false} or {@code null} as it is, as an element or after {@link #name}. */
    public void literal(String json) {
        begin();
        out.append(json);
    }

    /** Writes a tree, as the document, an element or after {@link #name}. */
    public void tree(JsonNode node) {
        if (node.isObject()) {
            startObject();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                name(field.getKey());
                tree(field.getValue());
            }
            endObject();
        } else if (node.isArray()) {
            startArray();
            node.forEach(this::tree);
            endArray();
        } else if (node.isNull() || node.isBoolean() || (node instanceof NumericNode number && !number.isNaN())) {
            literal(node.asText()); // a node's toString would load a library's mapper
        } else {
            value(node.asText()); // among others numbers that JSON does not have
        }
    }

    private void start(char brace) {
        begin();
        out.append(brace);
        depth++;
        empty = true;
    }

    private void end(char brace) {
        depth--;
        if (!empty) {
            newLine();
        }
        out.append(brace);
        empty = false;
    }

    /** A value stands behind its name, or on a line of its own. */
    private void begin() {
        if (named) {
            named = false;
        } else if (depth > 0) {
            separate();
        }
    }

    private void separate() {
        if (!empty) {
            out.append(',');
        }
        empty = false;
        newLine();
    }

    private void newLine() {
        while (lines.size() <= depth) {
            lines.add(("\n" + "  ".repeat(lines.size())).getBytes(StandardCharsets.UTF_8));
        }
        out.append(lines.get(depth));
    }

    private void quote(String text) {
        out.append('"');
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int written = 0; // what needs no escape goes as a whole: most texts do
        for (int i = 0; i < bytes.length; i++) {
            byte each = bytes[i];
            if (each == '"' || each == '\\' || (each >= 0 && each < ' ')) {
                out.append(bytes, written, i);
                escape((char) each);
                written = i + 1;
            }
        }
        out.append(bytes, written, bytes.length);
        out.append('"');
    }

    private void escape(char c) {
        out.append('\\');
        switch (c) {
            case '"', '\\' -> out.append(c);
            case '\b' -> out.append('b');
            case '\t' -> out.append('t');
            case '\n' -> out.append('n');
            case '\f' -> out.append('f');
            case '\r' -> out.append('r');
            default -> {
                out.append("u00");
                out.append(HEXADECIMAL.charAt(c >> 4));
                out.append(HEXADECIMAL.charAt(c & 0xf));
            }
        }
    }
}
