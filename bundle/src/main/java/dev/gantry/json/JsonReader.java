package dev.gantry.json;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as a stream, strict about types, so that what is wrong is reported with its line. Every method but
 * {@link #nextField()} and {@link #nextElement()} reads the value that these have moved to.
 */
public final class JsonReader {

    /** More than any bundle has, and far from what the stack of a thread bears. */
    private static final int DEEPEST = 100;

    private final String text;
    private int position;
    private boolean first;

    /** A reader of this text, which stands at its first value. */
    public JsonReader(String text) {
        this.text = text;
        passSpace();
    }

    /** Enters an object. */
    public void object() throws IOException {
        enter('{', "an object");
    }

    /** Enters an array. */
    public void array() throws IOException {
        enter('[', "an array");
    }

    /** Moves to the value of the next field of an object, and gives its name; {@code null} after the last. */
    public @Nullable String nextField() throws IOException {
        if (!next('}')) {
            return null;
        }
        String name = string();
        passSpace();
        expect(':', "a colon");
        passSpace();
        return name;
    }

    /** Moves to the next element of an array; {@code false} after the last. */
    public boolean nextElement() throws IOException {
        return next(']');
    }

    /** A string. */
    public String string() throws IOException {
        expect('"', "a string");
        int start = position;
        while (position < text.length() && text.charAt(position) >= ' ' && text.charAt(position) != '\\') {
            if (text.charAt(position) == '"') {
                return text.substring(start, position++);
            }
            position++;
        }
        StringBuilder value = new StringBuilder(text.substring(start, position));
        while (at() != '"') {
            char c = take();
            if (c < ' ') {
                throw error("a string ends on the line that it begins on");
            }
            value.append(c == '\\' ? escaped() : c);
        }
        position++;
        return value.toString();
    }

    /** An integer. */
    public int integer() throws IOException {
        String digits = word();
        int value;
        try {
            value = Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw error("an integer is expected here");
        }
        // Java reads more than JSON allows: a plus, zeros before the number, digits of other scripts.
        if (!Integer.toString(value).equals(digits)) {
            throw error("an integer is expected here");
        }
        return value;
    }

    /** A boolean. */
    public boolean bool() throws IOException {
        return switch (word()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error("true or false is expected here");
        };
    }

    /** A constant of an enum, written in lower case. */
    public <E extends Enum<E>> E constant(Class<E> type) throws IOException {
        String name = string();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(name)) {
                return constant;
            }
        }
        throw error("\"" + name + "\" is not known here");
    }

    /** Passes over a value, whatever it is. */
    public void skip() throws IOException {
        skip(0);
    }

    /** The value of a field that has to be there. */
    public <T> T required(@Nullable T value, String field) throws IOException {
        if (value == null) {
            throw error("the field \"" + field + "\" is missing");
        }
        return value;
    }

    /** What to throw where a value is not what it has to be. */
    public IOException error(String message) {
        int line = 1;
        for (int i = 0; i < Math.min(position, text.length()); i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return new JsonException(message, line);
    }

    /** Checks that nothing comes after the value. */
    public void end() throws IOException {
        passSpace();
        if (position < text.length()) {
            throw error("nothing is expected after the end");
        }
    }

    private void enter(char bracket, String name) throws IOException {
        expect(bracket, name);
        first = true;
    }

    /** Moves to the next member of an object or array; {@code false} after the last. */
    private boolean next(char closing) throws IOException {
        passSpace();
        if (at() == closing) {
            position++;
            first = false;
            return false;
        }
        if (!first) {
            expect(',', "a comma or the end of the object or array");
            passSpace();
        }
        first = false;
        return true;
    }

    private void skip(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw error("this is nested too deeply");
        }
        switch (at()) {
            case '"' -> string();
            case '{' -> {
                object();
                while (nextField() != null) {
                    skip(depth + 1);
                }
            }
            case '[' -> {
                array();
                while (nextElement()) {
                    skip(depth + 1);
                }
            }
            default -> {
                String word = word();
                if (!word.matches("null|true|false|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
                    throw error("a value is expected here");
                }
            }
        }
    }

    /** A number, or a literal. */
    private String word() {
        int start = position;
        while (position < text.length() && " \t\r\n,:]}[{\"".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return text.substring(start, position);
    }

    private char escaped() throws IOException {
        char c = take();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int value = 0;
                for (int i = 0; i < 4; i++) {
                    char hex = take();
                    int digit = hex > 'f' ? -1 : Character.digit(hex, 16); // Java knows digits of other scripts, too.
                    if (digit < 0) {
                        throw error("four hexadecimal digits are expected after \\u");
                    }
                    value = value * 16 + digit;
                }
                yield (char) value;
            }
            default -> throw error("there is no escape \\" + c);
        };
    }

    private void passSpace() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private void expect(char c, String name) throws IOException {
        if (at() != c) {
            throw error(name + " is expected here");
        }
        position++;
    }

    private char take() throws IOException {
        char c = at();
        position++;
        return c;
    }

    private char at() throws IOException {
        if (position >= text.length()) {
            throw error("the text ends too early");
        }
        return text.charAt(position);
    }
}
