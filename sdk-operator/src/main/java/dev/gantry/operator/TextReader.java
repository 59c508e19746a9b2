package dev.gantry.operator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.gantry.extension.Leaf;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads values that are one text; a text that makes no good value is an error here and not, as in programs, where the value is used. */
final class TextReader<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final transient Function<String, T> of;
    private final boolean numbers;

    /**
     * A reader.
     *
     * @param of makes a value of a text; what it throws is an error of the text
     * @param numbers whether a number is as good as its text
     */
    TextReader(Class<T> type, Function<String, T> of, boolean numbers) {
        super(type);
        this.type = type;
        this.of = of;
        this.numbers = numbers;
    }

    @Override
    @SuppressWarnings("unchecked") // Jackson's word for it: it has thrown, or answers one of this type
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        boolean scalar = parser.hasToken(JsonToken.VALUE_STRING)
                || (numbers && parser.currentToken().isNumeric());
        return scalar ? read(parser.getText(), context) : (T) context.handleUnexpectedToken(type, parser);
    }

    private T read(String text, DeserializationContext context) throws IOException {
        T value;
        try {
            value = of.apply(text);
        } catch (RuntimeException e) {
            throw context.weirdStringException(text, type, String.valueOf(e.getMessage()));
        }
        if (value instanceof Leaf leaf && !leaf.flaws().isEmpty()) {
            throw new FlawException(context.getParser(), leaf.flaws().get(0));
        }
        return value;
    }

    /** Reads them where they are keys of maps. */
    KeyDeserializer ofKeys() {
        return new KeyDeserializer() {
            @Override
            public @Nullable Object deserializeKey(String key, DeserializationContext context) throws IOException {
                return read(key, context);
            }
        };
    }
}
