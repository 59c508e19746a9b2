package dev.gantry.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as a stream, strict about types, so that what is wrong is reported with its line. Every method but
 * {@link #nextField()} and {@link #nextElement()} reads the value that these have moved to.
 */
public final class JsonReader implements Closeable {

    private final JsonParser parser;

    /** A reader of this text, which stands at its first value. */
    public JsonReader(String text) throws IOException {
        parser = JsonText.FACTORY.createParser(text);
        parser.nextToken();
    }

    /** Enters an object. */
    public void object() throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
    }

    /** Enters an array. */
    public void array() throws IOException {
        expect(JsonToken.START_ARRAY, "an array");
    }

    /** Moves to the value of the next field of an object, and gives its name; {@code null} after the last. */
    public @Nullable String nextField() throws IOException {
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            return null;
        }
        String name = parser.currentName();
        parser.nextToken();
        return name;
    }

    /** Moves to the next element of an array; {@code false} after the last. */
    public boolean nextElement() throws IOException {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    /** A string. */
    public String string() throws IOException {
        expect(JsonToken.VALUE_STRING, "a string");
        return parser.getText();
    }

    /** An integer. */
    public int integer() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, "an integer");
        return parser.getIntValue();
    }

    /** A boolean. */
    public boolean bool() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_TRUE && parser.currentToken() != JsonToken.VALUE_FALSE) {
            throw error("true or false is expected here");
        }
        return parser.getBooleanValue();
    }

    /** A constant of an enum, written in lower case. */
    public <E extends Enum<E>> E constant(Class<E> type) throws IOException {
        String text = string();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        throw error("\"" + text + "\" is not known here");
    }

    /** Passes over a value, whatever it is. */
    public void skip() throws IOException {
        parser.skipChildren();
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
        return new JsonParseException(parser, message);
    }

    /** Checks that nothing comes after the value. */
    public void end() throws IOException {
        if (parser.nextToken() != null) {
            throw error("nothing is expected after the end");
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private void expect(JsonToken token, String name) throws IOException {
        if (parser.currentToken() != token) {
            throw error(name + " is expected here");
        }
    }
}
